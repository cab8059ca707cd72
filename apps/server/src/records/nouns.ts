import {
  nouns,
  type Actor,
  type AnyRecord,
  type Ask,
  type Becomes,
  type By,
  type DecisionName,
  type Holder,
  type Moment,
  type Money,
  type NounName,
  type Outcome,
  type ProjectId,
  type Reason,
  type Refusal,
  type Rules,
  type Scene,
  type Series,
  type Shape,
  type Task,
  type Word,
} from '@lintel/domain'

export type Event = { readonly type: string }

/** A decision as commit sees it, whichever noun it is of. The typed face of the same thing is in the domain. */
export type AnyDecision = {
  readonly opens?: true
  readonly from?: readonly string[]
  readonly to?: Becomes<string>
  readonly by: By
  readonly series?: Series
  readonly refuses?: readonly Reason[]
  readonly many?: { undo?(before: AnyRecord): Ask | undefined }
  readonly input?: Shape
  readonly needs?: Readonly<Record<string, (on: unknown, input: unknown) => unknown>>
  project?(input: unknown, facts: unknown): ProjectId | undefined
  blocked?(record: AnyRecord, scene: Scene, facts: unknown): Refusal | undefined
  stakes?(record: AnyRecord, input: unknown): Money | undefined
  decide(on: unknown, input: unknown, scene: Scene, facts: unknown): Outcome<Event> | Refusal
}
export type Where = Readonly<Record<string, unknown>>
export type AnyFact = {
  find(key: unknown): Where
  readonly loose?: true
  readonly newest?: { readonly by: string; readonly limit: number }
  readonly tally?: string
  read(found: unknown, at: { readonly now: Moment; readonly rules: Rules; readonly key: unknown }): unknown
}
export type AnyNoun = {
  evolve(record: AnyRecord | undefined, event: Event): AnyRecord
  tasks(record: AnyRecord, rules: Rules): readonly Task[]
  revision?(record: AnyRecord): number
  involves?(record: AnyRecord): readonly Holder[]
  tells?(before: AnyRecord, now: AnyRecord): readonly Word[]
  waitsOn?(record: AnyRecord): { readonly noun: string; readonly id: string } | undefined
  readonly states: readonly string[]
  readonly ends: readonly string[]
  readonly facts?: Readonly<Record<string, AnyFact>>
  readonly decisions: Readonly<Record<string, AnyDecision>>
}

// what a noun takes and gives is its own business; here all are alike
const all = nouns as unknown as Readonly<Record<string, AnyNoun>>

export const nounNames = Object.keys(all) as readonly NounName[]
export const nounOf = (name: NounName): AnyNoun => {
  const noun = all[name]
  if (!noun) throw new Error(`no noun ${name}`)
  return noun
}

const parts = (name: string): [NounName, string] => {
  const [noun = '', verb = ''] = name.split('.')
  return [noun as NounName, verb]
}
export const decisionOf = (does: DecisionName) => {
  const [name, verb] = parts(does)
  const decision = all[name]?.decisions[verb]
  if (!decision) throw new Error(`no decision ${does}`)
  return { name, decision }
}
export const factOf = (fact: string) => {
  const [name, which] = parts(fact)
  const declared = all[name]?.facts?.[which]
  if (!declared) throw new Error(`no fact ${fact}`)
  return { name, fact: declared }
}

export type { Actor, AnyRecord, DecisionName, Moment, NounName, Refusal, Rules, Scene, Task }
