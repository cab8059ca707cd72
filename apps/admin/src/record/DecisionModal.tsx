import './own-words.ts'
import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { DecisionForm, type Find, type Input, type Picked, type Sent, type Typed } from '@lintel/ui'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { nameOf, nounOfDecision } from '../decisions.ts'
import type { Answer } from '../graph/decide.ts'
import { useRead } from '../graph/read.ts'
import { DecisionFormDocument, type DecisionName } from '../gql/graphql.ts'
import { useFind } from '../find/find.ts'
import { useWords } from '../words/words.ts'
import { emptyLists, firstTyped, formInput } from './inputs.ts'
import { lastTime, remember } from './last-time.ts'
import { toSent } from './sent.ts'

export type Special = {
  /** Inputs the page answers itself, such as the seat one signs on. */
  fixed?: Readonly<Record<string, unknown>>
  /** What the form begins with. */
  typed?: Typed
  /** What changed since they opened it. B-4 */
  changed?: ReactNode
  /** What the person should see before deciding. */
  before?: ReactNode
  /** Lines to choose a value from, where the declaration only knows it is text or a number. */
  choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>
  /** How records are found here, where not everyone there is may be chosen. */
  find?: (noun: string, text: string, fixed?: Readonly<Record<string, unknown>>) => Promise<readonly Picked[]>
}

export type DecisionModalProps = {
  decision: string
  /** Which draft is whose. */
  about: string
  /** Which record stands behind it. */
  number?: string | null | undefined
  special?: Special
  grave?: boolean
  /** What the button says, where pressing it is not yet the decision. */
  sendLabel?: string
  onSend: (input: Record<string, unknown>) => Promise<Answer>
  onClose: () => void
}

/** Gives an input the choices only the page knows, also inside lines: `results.defect`. */
export const withChoices = (input: Input, choices: NonNullable<Special['choices']>, path = ''): Input => {
  const own = choices[path + input.name]
  if (own && input.kind === 'texts') return { ...input, kind: 'choices', choices: own }
  if (own) return { ...input, kind: 'choice', choices: own, numeric: input.kind === 'number' }
  return input.inputs ? { ...input, inputs: input.inputs.map((each) => withChoices(each, choices, `${path}${input.name}.`)) } : input
}

const bare = /(Change|Retire|Restore|Correct|Close|Withdraw|HandOver)$/u

const lateInputs = new Set(['lateReason', 'proof'])

export function DecisionModal({ decision, about, number, special = {}, grave = false, sendLabel, onSend, onClose }: DecisionModalProps) {
  const { t, say, has } = useWords()
  const phone = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const anybody = useFind()
  const { find: own, fixed } = special
  const find: Find = own ? (noun, text) => own(noun, text, fixed) : anybody
  const { data, loading, again } = useRead(DecisionFormDocument, { name: nameOf(decision) as DecisionName }, { of: [] })
  // reason and proof of a late entry are asked for when the answer says the entry is late, not before. N-2
  const [late, setLate] = useState(false)
  const declared = (data?.decisionForm?.inputs ?? []).filter((each) => !(each.name in (special.fixed ?? {})))
  const hidesLate = declared.some((each) => each.name === 'lateReason')
  const inputs = declared
    .filter((each) => !hidesLate || late || !lateInputs.has(each.name))
    .map((each) => withChoices(formInput(each, decision, t, has), special.choices ?? {}))
    .map((input) => (hidesLate && input.name === 'lateReason' ? { ...input, required: true } : input))
  const send = async (input: Record<string, unknown>): Promise<Sent> => {
    const answer = await onSend({ ...emptyLists(declared), ...input })
    if (answer.is === 'done') remember(decision, input)
    if (answer.is === 'refused' && answer.code === 'LateEntryNeedsReason') setLate(true)
    return toSent(answer, t)
  }
  const note = `decisionNote.${decision}`
  // 修改 alone does not say what; the noun does
  const title = has(`task.${decision}`)
    ? t(`task.${decision}`)
    : bare.test(decision)
      ? t('decide.on', { decision: t(`decision.${decision}`), noun: t(`noun.${nounOfDecision(decision)}`) })
      : t(`decision.${decision}`)
  // nothing to ask and nothing grave: pressing the button was the decision
  const quiet = data !== undefined && inputs.length === 0 && !special.before && !has(note) && !grave
  const [refused, setRefused] = useState(false)
  const sent = useRef(false)
  useEffect(() => {
    if (!quiet || sent.current) return
    sent.current = true
    void send({}).then((answer) => setRefused(!answer.done))
  })
  if ((quiet && !refused) || (loading && !data)) return null
  return (
    <Modal
      opened
      onClose={onClose}
      title={[title, number].filter(Boolean).join(' · ')}
      size={inputs.length > 6 || inputs.some((each) => each.kind === 'lines' || each.kind === 'evidence') ? 'xl' : 'lg'}
      fullScreen={phone}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {data ? (
        <DecisionForm
          inputs={inputs}
          onSend={send}
          sendLabel={sendLabel ?? t(`decision.${decision}`)}
          grave={grave}
          initial={{ ...firstTyped(declared, t), ...lastTime(decision), ...special.typed }}
          draftKey={`${decision}:${about}`}
          find={find}
          columns={inputs.length > 6 ? 2 : 1}
          onCancel={onClose}
          before={
            <>
              {special.changed}
              {special.before ?? (has(note) && <p style={{ margin: 0 }}>{t(note)}</p>)}
            </>
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
