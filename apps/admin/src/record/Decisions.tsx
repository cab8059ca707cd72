import { Loader, Modal } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { DecisionBar, DecisionForm, type Input, type Sent, type Typed } from '@lintel/ui'
import { useState, type ReactNode } from 'react'
import { nameOf } from '../decisions.ts'
import { useDecide, type Answer, type Seen } from '../graph/decide.ts'
import { useRead } from '../graph/read.ts'
import { DecisionFormDocument, type DecidableFragment, type DecisionName } from '../gql/graphql.ts'
import { useFind } from '../find/find.ts'
import { useWords } from '../words/words.ts'
import { emptyLists, firstTyped, formInput } from './inputs.ts'
import { fixedByPart, partWord } from './parts.ts'
import { toSent } from './sent.ts'

export type Subject = { id: string; revision: number; availableDecisions: readonly DecidableFragment[] }

export type Special = {
  /** Inputs the page answers itself, such as the seat one signs on. */
  fixed?: Readonly<Record<string, unknown>>
  /** What the form begins with. */
  typed?: Typed
  /** What the person should see before deciding. */
  before?: ReactNode
  /** Lines to choose a value from, where the declaration only knows it is text or a number. */
  choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>
}

type Props = {
  /** The record, and what hangs on it that is decided on the same page, such as its approval. */
  of: readonly Subject[]
  /** The order in which decisions weigh on this kind of record; those not named come after. */
  order?: readonly string[]
  grave?: readonly string[]
  /** Other records that stood on the screen. */
  saw?: readonly Seen[]
  special?: Readonly<Record<string, Special>>
  /** Openings that begin from this record: where they lead instead of a form. */
  elsewhere?: Readonly<Record<string, () => void>>
  only?: readonly string[]
  /** How many stand beside the main one. */
  beside?: number
  /** Single keys for the decisions of a queue. */
  keys?: Readonly<Record<string, string>>
  onDone?: (decision: string, answer: Extract<Answer, { is: 'done' }>) => void
  onChanged?: () => void
}

const alwaysGrave = new Set(['complaintReject', 'noticeWithdraw', 'fineStop', 'approvalReject', 'emergencyRepairCancel'])

/** Whatever can be decided about a record: the bar, and a form built from what the API says each decision asks for. */
export function Decisions({ of, order = [], grave = [], saw = [], special = {}, elsewhere = {}, only, beside, keys = {}, onDone, onChanged }: Props) {
  const { t, has } = useWords()
  const decide = useDecide()
  const [asking, setAsking] = useState<string>()
  const weight = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const isGrave = (name: string) => alwaysGrave.has(name) || grave.includes(name)
  // what is owed now stands first; after it, what weighs most
  const offered = of
    .flatMap((subject) => subject.availableDecisions.map((each) => ({ ...each, subject })))
    .filter((each) => !only || only.includes(each.mutation))
    .toSorted((a, b) => Number(b.owed) - Number(a.owed) || weight(a.mutation) - weight(b.mutation))
    .map((each) => {
      const part = partWord(each, t, has)
      return { ...each, name: `${each.mutation} ${each.part ?? ''}`, label: part ? t('tasks.withPart', { task: t(`decision.${each.mutation}`), part }) : t(`decision.${each.mutation}`), grave: isGrave(each.mutation) }
    })
  const choose = (name: string) => {
    const mutation = name.split(' ')[0] ?? name
    if (elsewhere[mutation]) elsewhere[mutation]()
    else setAsking(name)
  }
  useHotkeys(
    Object.entries(keys).map(([key, mutation]) => [
      key,
      () => {
        const one = offered.find((each) => each.mutation === mutation && each.allowed)
        if (one && asking === undefined) choose(one.name)
      },
    ]),
  )
  const chosen = offered.find((each) => each.name === asking)
  const seen: readonly Seen[] = [...of.map(({ id, revision }) => ({ id, revision })), ...saw]
  const send = async ({ mutation, subject, part }: (typeof offered)[number], input: Record<string, unknown>) => {
    const answer = await decide({ decision: mutation, id: subject.id, saw: seen, input: { ...fixedByPart(mutation, part), ...special[mutation]?.fixed, ...input } })
    if (answer.is === 'done') {
      notifications.show({ message: t('decide.done', { decision: t(`decision.${mutation}`) }), color: 'green', autoClose: 3000 })
      setAsking(undefined)
      onDone?.(mutation, answer)
    }
    if (answer.is === 'refused' && answer.code === 'ChangedSinceSeen') onChanged?.()
    return answer
  }
  return (
    <>
      <DecisionBar decisions={offered} {...(beside === undefined ? {} : { beside })} onDecide={choose} />
      {chosen && (
        <DecisionModal
          key={chosen.name}
          decision={chosen.mutation}
          about={chosen.subject.id}
          special={{ ...special[chosen.mutation], fixed: { ...fixedByPart(chosen.mutation, chosen.part), ...special[chosen.mutation]?.fixed } }}
          grave={chosen.grave}
          onSend={(input) => send(chosen, input)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  )
}

export type DecisionModalProps = {
  decision: string
  /** Which draft is whose. */
  about: string
  special?: Special
  grave?: boolean
  onSend: (input: Record<string, unknown>) => Promise<Answer>
  onClose: () => void
}

/** Gives an input the choices only the page knows, also inside lines: `results.defect`. */
export const withChoices = (input: Input, choices: NonNullable<Special['choices']>, path = ''): Input => {
  const own = choices[path + input.name]
  if (own) return { ...input, kind: 'choice', choices: own, numeric: input.kind === 'number' }
  return input.inputs ? { ...input, inputs: input.inputs.map((each) => withChoices(each, choices, `${path}${input.name}.`)) } : input
}

const lateInputs = new Set(['lateReason', 'proof'])

export function DecisionModal({ decision, about, special = {}, grave = false, onSend, onClose }: DecisionModalProps) {
  const { t, say, has } = useWords()
  const phone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const find = useFind()
  const { data, loading, again } = useRead(DecisionFormDocument, { name: nameOf(decision) as DecisionName }, { of: [] })
  // reason and proof of a late entry are asked for when the answer says the entry is late, not before. N-2
  const [late, setLate] = useState(false)
  const declared = (data?.decisionForm?.inputs ?? []).filter((each) => !(each.name in (special.fixed ?? {})))
  const hidesLate = declared.some((each) => each.name === 'lateReason')
  const inputs = declared
    .filter((each) => !hidesLate || late || !lateInputs.has(each.name))
    .map((each) => withChoices(formInput(each, decision, t, has), special.choices ?? {}))
    .map((input) => (hidesLate && lateInputs.has(input.name) ? { ...input, required: true } : input))
  const send = async (input: Record<string, unknown>): Promise<Sent> => {
    const answer = await onSend({ ...emptyLists(declared), ...input })
    if (answer.is === 'refused' && answer.code === 'LateEntryNeedsReason') setLate(true)
    return toSent(answer, t)
  }
  const note = `decisionNote.${decision}`
  return (
    <Modal opened onClose={onClose} title={t(`decision.${decision}`)} size={inputs.some((each) => each.kind === 'lines') ? 'xl' : 'lg'} fullScreen={phone} closeButtonProps={{ 'aria-label': say('close') }}>
      {loading ? (
        <Loader size="sm" aria-label={say('loading')} />
      ) : data ? (
        <DecisionForm
          inputs={inputs}
          onSend={send}
          sendLabel={t(`decision.${decision}`)}
          grave={grave}
          initial={{ ...firstTyped(declared, t), ...special.typed }}
          draftKey={`${decision}:${about}`}
          find={find}
          onCancel={onClose}
          before={
            special.before ?? (has(note) && <p style={{ margin: 0 }}>{t(note)}</p>)
          }
        />
      ) : (
        <button type="button" onClick={again}>
          {say('retry')}
        </button>
      )}
    </Modal>
  )
}
