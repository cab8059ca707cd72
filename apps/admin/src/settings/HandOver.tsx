import { Button, Checkbox, Modal } from '@mantine/core'
import { Blank, Picker, type Picked } from '@lintel/ui'
import { useState } from 'react'
import { useFind } from '../find/find.ts'
import { useDecide, type Answer } from '../graph/decide.ts'
import { OpenWorkDocument, type OpenWorkQuery } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { labelled, useWords } from '../words/words.ts'
import classes from './HandOver.module.css'

type Work = NonNullable<OpenWorkQuery['person']>['openWork'][number]
const keyOf = ({ recordId, seat }: Work) => `${recordId} ${seat ?? ''}`
const lists: Readonly<Record<string, string>> = {
  complaint: 'complaints',
  notice: 'notices',
  emergencyRepair: 'repairs',
  fine: 'fines',
  departmentRequest: 'requests',
  survey: 'surveys',
}
const order = [...Object.keys(lists), 'approval']

/** 移交: all of somebody's open work, or some of it, to a named colleague; what could not go says why. P-5 */
export function HandOver({
  person,
  onClose,
  onChanged,
}: {
  person: { id: string; name: string; revision: number }
  onClose: () => void
  onChanged: () => void
}) {
  const { t, say } = useWords()
  const find = useFind()
  const decide = useDecide()
  const { data, loading, again } = useRead(OpenWorkDocument, { id: person.id }, { of: 'all' })
  const all = (data?.person?.openWork ?? []).toSorted((a, b) => order.indexOf(a.noun) - order.indexOf(b.noun))
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [to, setTo] = useState<Picked>()
  const [sending, setSending] = useState(false)
  const [refused, setRefused] = useState<readonly string[]>([])
  const chosen = all.filter((work) => !left.has(keyOf(work)))
  const toggle = (works: readonly Work[], on: boolean) =>
    setLeft((was) => {
      const now = new Set(was)
      for (const work of works)
        if (on) now.delete(keyOf(work))
        else now.add(keyOf(work))
      return now
    })
  const send = async () => {
    if (!to) return
    setSending(true)
    const problems: string[] = []
    const note = (answer: Answer, what: string) => answer.is !== 'done' && problems.push(labelled(what, answer.message || t('decide.lost')))
    const cases = chosen.filter((work) => work.seat === null)
    if (cases.length > 0) {
      const named = [...Map.groupBy(cases, ({ noun }) => noun)].map(([noun, works]) => [lists[noun], works.map(({ recordId }) => recordId)])
      const whole = cases.length === all.filter((work) => work.seat === null).length
      note(
        await decide({ decision: 'personHandOver', id: person.id, input: { to: to.value, ...(whole ? {} : Object.fromEntries(named)) } }),
        t('settings.cases'),
      )
    }
    for (const { recordId, seat, number } of chosen.filter((work) => work.seat !== null))
      note(
        await decide({ decision: 'approvalReassign', id: recordId, input: { seat, to: to.value } }),
        `${t('noun.approval')} ${number ?? ''}`,
      )
    setSending(false)
    setRefused(problems)
    again()
    onChanged()
    if (problems.length === 0) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={t('settings.handOver', { name: person.name })}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {!loading && all.length === 0 ? (
        <Blank title={t('settings.noOpenWork')} />
      ) : (
        <div className={classes.form}>
          <Checkbox
            label={t('settings.everything', { count: all.length })}
            checked={chosen.length === all.length}
            indeterminate={chosen.length > 0 && chosen.length < all.length}
            onChange={(event) => toggle(all, event.currentTarget.checked)}
          />
          <ul className={classes.works}>
            {all.map((work) => (
              <li key={keyOf(work)}>
                <Checkbox
                  size="xs"
                  checked={!left.has(keyOf(work))}
                  onChange={(event) => toggle([work], event.currentTarget.checked)}
                  label={`${t(`noun.${work.noun}`)} ${work.number ?? ''} ${work.title ?? ''}`}
                />
              </li>
            ))}
          </ul>
          <Picker label={t('input.to')} required value={to} onChange={setTo} find={(text) => find('person', text)} />
          {refused.length > 0 && (
            <ul role="alert" className={classes.refused}>
              {refused.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
          <div className={classes.actions}>
            <Button variant="default" onClick={onClose}>
              {say('cancel')}
            </Button>
            <Button loading={sending} disabled={!to || chosen.length === 0} onClick={() => void send()}>
              {t('settings.handOverThese', { count: chosen.length })}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
