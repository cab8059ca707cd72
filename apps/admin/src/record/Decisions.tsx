import { useHotkeys } from '@mantine/hooks'
import { DecisionBar } from '@lintel/ui'
import { lazy, Suspense, useState } from 'react'
import { useDecide, type Answer, type Seen } from '../graph/decide.ts'
import type { DecidableFragment } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import type { Special } from './DecisionModal.tsx'
import { Button } from '@mantine/core'
import { Difference, nothing, sameShown, type Shown } from './Difference.tsx'
import { fixedByPart, partWord } from './parts.ts'
import { tell } from '../frame/tell.ts'

// a form is fetched when somebody decides something
const DecisionModal = lazy(async () => ({ default: (await import('./DecisionModal.tsx')).DecisionModal }))

export type Subject = { id: string; number?: string | null; revision: number; availableDecisions: readonly DecidableFragment[] }

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
  /** In a row of a table nothing stands out. */
  inRow?: boolean
  /** Single keys for the decisions of a queue. */
  keys?: Readonly<Record<string, string>>
  /** What is decided on, as it stands on the screen: when it changed meanwhile, the difference is shown. B-4 */
  shown?: Shown
  onDone?: (decision: string, answer: Extract<Answer, { is: 'done' }>) => void
  onChanged?: () => void
}

const alwaysGrave = new Set(['complaintReject', 'noticeWithdraw', 'fineStop', 'approvalReject', 'emergencyRepairCancel'])

/** Whatever can be decided about a record: the bar, and a form built from what the API says each decision asks for. */
export function Decisions({
  of,
  order = [],
  grave = [],
  saw = [],
  special = {},
  elsewhere = {},
  only,
  beside,
  inRow = false,
  keys = {},
  shown = nothing,
  onDone,
  onChanged,
}: Props) {
  const { t, has } = useWords()
  const decide = useDecide()
  const [asking, setAsking] = useState<string>()
  // what stood there when it was opened: when that changes by itself, one is told before one decides. B-4
  const subject = of.map(({ id }) => id).join(' ')
  const [opened, setOpened] = useState({ subject, shown })
  const before = opened.subject === subject ? opened.shown : shown
  if (opened.subject !== subject) setOpened({ subject, shown })
  const changed = !sameShown(before, shown)
  const weight = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  const isGrave = (name: string) => alwaysGrave.has(name) || grave.includes(name)
  // what is owed now stands first; after it, what weighs most
  const offered = of
    .flatMap((subject) => subject.availableDecisions.map((each) => ({ ...each, subject })))
    .filter((each) => !only || only.includes(each.mutation))
    .toSorted((a, b) => Number(b.owed) - Number(a.owed) || weight(a.mutation) - weight(b.mutation))
    .map((each) => {
      const part = partWord(each, t, has)
      return {
        ...each,
        name: `${each.mutation} ${each.part ?? ''}`,
        label: part ? t('tasks.withPart', { task: t(`decision.${each.mutation}`), part }) : t(`decision.${each.mutation}`),
        grave: isGrave(each.mutation),
      }
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
    const answer = await decide({
      decision: mutation,
      id: subject.id,
      saw: seen,
      input: { ...fixedByPart(mutation, part), ...special[mutation]?.fixed, ...input },
    })
    if (answer.is === 'done') {
      tell({ message: t('decide.done', { decision: t(`decision.${mutation}`) }) })
      setAsking(undefined)
      setOpened({ subject: '', shown: nothing })
      onDone?.(mutation, answer)
    }
    if (answer.is === 'refused' && answer.code === 'ChangedSinceSeen') onChanged?.()
    return answer
  }
  return (
    <>
      {changed && (
        <Difference was={before} is={shown}>
          <Button size="compact-sm" variant="default" onClick={() => setOpened({ subject, shown })}>
            {t('decide.seen')}
          </Button>
        </Difference>
      )}
      <DecisionBar inRow={inRow} decisions={offered} {...(beside === undefined ? {} : { beside })} onDecide={choose} />
      {chosen && (
        <Suspense>
          <DecisionModal
            key={chosen.name}
            decision={chosen.mutation}
            about={chosen.subject.id}
            number={chosen.subject.number ?? of[0]?.number}
            special={{
              ...special[chosen.mutation],
              ...(changed ? { changed: <Difference was={before} is={shown} /> } : {}),
              fixed: { ...fixedByPart(chosen.mutation, chosen.part), ...special[chosen.mutation]?.fixed },
            }}
            grave={chosen.grave}
            onSend={(input) => send(chosen, input)}
            onClose={() => setAsking(undefined)}
          />
        </Suspense>
      )}
    </>
  )
}
