import '@mantine/core/styles/NumberInput.css'
import { Button, MultiSelect, NativeSelect, NumberInput, Stack, Switch } from '@mantine/core'
import { InputField, type Picked } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { useClient } from 'urql'
import { tell } from '../frame/tell.ts'
import { useFind } from '../find/find.ts'
import { ReportScheduleSetDocument, type KeptScheduleFragment, type ReportScheduleSetMutation } from '../gql/graphql.ts'
import { usePositionChoices } from '../session/positions.ts'
import { listed, useWords } from '../words/words.ts'
import classes from './Trends.module.css'

/** When the report goes out and to whom; each gets what they may read themselves. */
export function ReportSchedule({ of, onSaved }: { of: KeptScheduleFragment; onSaved: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const positions = usePositionChoices()
  const find = useFind()
  const [active, setActive] = useState(of.active)
  const [day, setDay] = useState(of.day)
  const [whose, setWhose] = useState<readonly string[]>(of.positions)
  const [people, setPeople] = useState<readonly Picked[]>(() => of.people.map(({ id, name }) => ({ value: id, label: name })))
  const [language, setLanguage] = useState(of.language ?? '')
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  if (!of.editable)
    return (
      <p className={classes.soft}>
        {of.active
          ? t('reports.sent', {
              day: of.day,
              to: listed([
                ...positions.filter(({ value }) => of.positions.includes(value)).map(({ label }) => label),
                ...of.people.map(({ name }) => name),
              ]),
            })
          : t('reports.notSent')}
      </p>
    )
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const { data, error } = await client
      .mutation<ReportScheduleSetMutation>(ReportScheduleSetDocument.toString(), {
        version: of.version,
        input: {
          active,
          day,
          positions: [...whose],
          people: people.map(({ value }) => value),
          language: language === 'zh' || language === 'en' ? language : null,
        },
      })
      .toPromise()
    setSending(false)
    const done = data?.reportScheduleSet
    if (!done || 'code' in done) return setWrong(done && 'code' in done ? done.message : (error?.message ?? ''))
    setWrong(undefined)
    tell({ message: t('reports.saved') })
    onSaved()
  }
  return (
    <form onSubmit={(event) => void send(event)} className={classes.form}>
      <Stack gap="sm">
        <Switch
          label={t('reports.active')}
          description={t('reports.activeHint')}
          checked={active}
          onChange={({ currentTarget }) => setActive(currentTarget.checked)}
        />
        <NumberInput
          label={t('reports.day')}
          description={t('reports.dayHint')}
          min={1}
          max={28}
          value={day}
          onChange={(value) => setDay(Number(value))}
        />
        <MultiSelect label={t('reports.positions')} data={[...positions]} value={[...whose]} searchable onChange={setWhose} />
        <InputField
          input={{ name: 'people', label: t('reports.people'), kind: 'records', of: 'person', required: false }}
          path="people"
          typed={people}
          errors={{}}
          find={find}
          onChange={(typed) => setPeople(Array.isArray(typed) ? (typed as readonly Picked[]) : [])}
        />
        <NativeSelect
          label={t('reports.language')}
          value={language}
          data={[
            { value: '', label: t('reports.own') },
            ...(['zh', 'en'] as const).map((value) => ({ value, label: t(`choice.Language.${value}`) })),
          ]}
          onChange={({ currentTarget }) => setLanguage(currentTarget.value)}
        />
        {wrong && <p role="alert">{wrong}</p>}
        <div>
          <Button type="submit" loading={sending}>
            {t('views.save')}
          </Button>
        </div>
      </Stack>
    </form>
  )
}
