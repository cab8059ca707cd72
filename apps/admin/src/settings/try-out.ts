import { useRef, useState } from 'react'
import { useClient } from 'urql'
import { whatFailed } from '../graph/failure.ts'
import { ask } from '../graph/read.ts'
import { WhatIfDocument, type AmountFragment, type NounName, type WhatIfQuery } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'

type Page = Extract<WhatIfQuery['whatIf'], { __typename: 'WhatIf' }>
export type Answer = Page['answers'][number]
export type Difference = Page['differences'][number]
export type Tried = {
  readonly looked: number
  readonly total: number
  readonly answers: readonly Answer[]
  /** Of each question the first that come out otherwise, and how many do. */
  readonly differences: ReadonlyMap<string, { readonly shown: readonly Difference[]; readonly count: number }>
  readonly notCounted: readonly NounName[]
  readonly state: 'running' | 'stopped' | 'done'
}
export type TryOutAsked = {
  readonly changes: readonly { readonly name: string; readonly value: string }[]
  readonly from: string
  readonly until: string
}

/** So many records that come out otherwise are shown of each question; the table counts all of them. */
const mostShown = 50

const plus = (one: AmountFragment | null, other: AmountFragment | null): AmountFragment | null => {
  if (!one || !other) return one ?? other
  // both are yuan with two decimals: added as whole fen
  const fen = [one, other].reduce((sum, { amount }) => sum + BigInt(amount.replace('.', '')), 0n)
  const digits = String(fen).padStart(3, '0')
  return { ...one, amount: `${digits.slice(0, -2)}.${digits.slice(-2)}` }
}
export const keyOf = ({ noun, question }: Pick<Answer, 'noun' | 'question'>) => `${noun} ${question}`

const added = (all: readonly Answer[], more: readonly Answer[]): readonly Answer[] => {
  const sums = new Map(all.map((one) => [keyOf(one), one]))
  for (const one of more) {
    const key = keyOf(one)
    const was = sums.get(key)
    sums.set(
      key,
      was
        ? {
            ...was,
            arose: was.arose + one.arose,
            now: was.now + one.now,
            then: was.then + one.then,
            amountNow: plus(was.amountNow, one.amountNow),
            amountThen: plus(was.amountThen, one.amountThen),
          }
        : one,
    )
  }
  return [...sums.values()]
}
const withMore = (all: Tried['differences'], more: readonly Difference[]): Tried['differences'] => {
  const next = new Map(all)
  for (const one of more) {
    const key = keyOf(one)
    const { shown, count } = next.get(key) ?? { shown: [], count: 0 }
    next.set(key, { shown: shown.length < mostShown ? [...shown, one] : shown, count: count + 1 })
  }
  return next
}
const nothing: Tried = { looked: 0, total: 0, answers: [], differences: new Map(), notCounted: [], state: 'running' }

/** Looks at what has happened portion by portion, adds them up, and stops when it is told to. Y-8 */
export const useTryOut = () => {
  const client = useClient()
  const { t } = useWords()
  const [tried, setTried] = useState<Tried>()
  const [problem, setProblem] = useState<{ field?: string; message: string }>()
  const run = useRef(0)
  const begin = async ({ changes, from, until }: TryOutAsked) => {
    const mine = ++run.current
    setProblem(undefined)
    let sum = nothing
    setTried(sum)
    for (let after: string | null | undefined; after !== null;) {
      const page = await ask(client, WhatIfDocument, { changes: [...changes], from, until, ...(after ? { after } : {}) }).then(
        ({ whatIf }) => whatIf,
        (error: unknown) => ({ __typename: 'Failed' as const, message: whatFailed(error as Parameters<typeof whatFailed>[0], t) }),
      )
      if (run.current !== mine) return
      if (page.__typename !== 'WhatIf') {
        setTried(undefined)
        setProblem({ message: page.message, ...('field' in page && page.field ? { field: page.field } : {}) })
        return
      }
      after = page.next
      sum = {
        looked: sum.looked + page.looked,
        total: page.total ?? sum.total,
        answers: added(sum.answers, page.answers),
        differences: withMore(sum.differences, page.differences),
        notCounted: page.notCounted,
        state: after === null ? 'done' : 'running',
      }
      setTried(sum)
    }
  }
  const stop = () => {
    run.current++
    setTried((was) => was && { ...was, state: 'stopped' })
  }
  return { tried, problem, begin, stop }
}
