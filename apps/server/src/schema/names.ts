import { nouns, type DecisionName, type NounName } from '@lintel/domain'

const capital = (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1)
/** `emergencyRepair` → `EmergencyRepair`: the noun's type in the schema. */
export const typeOf = (noun: string) => (noun === 'settings' ? 'Settings' : capital(noun))
/** `fine.sign` → `fineSign`: the decision's mutation. */
export const mutationOf = (decision: string) => {
  const [noun = '', verb = ''] = decision.split('.')
  return noun + capital(verb)
}
export const nounNames = Object.keys(nouns) as readonly NounName[]

/** A decision as the schema sees it, whichever noun it is of. */
export type Declared = {
  readonly name: DecisionName
  readonly noun: NounName
  readonly opens: boolean
  readonly by: { readonly permission: string } | { readonly task: string }
  readonly input: Readonly<Record<string, import('@lintel/domain').Input>>
  readonly refuses: readonly import('@lintel/domain').Reason[]
  readonly from: readonly string[]
}
type Erased = {
  readonly opens?: true
  readonly by: unknown
  readonly input?: Declared['input']
  readonly refuses?: Declared['refuses']
  readonly from?: readonly string[]
}

/** Every decision a person can ask for; those that only another decision asks for give no mutation. */
export const declared: readonly Declared[] = nounNames.flatMap((noun) =>
  Object.entries(nouns[noun].decisions as Readonly<Record<string, Erased>>).flatMap(([verb, decision]) =>
    decision.by === 'asked' || decision.input === undefined
      ? []
      : [
          {
            name: `${noun}.${verb}` as DecisionName,
            noun,
            opens: decision.opens === true,
            by: decision.by as Declared['by'],
            input: decision.input,
            refuses: decision.refuses ?? [],
            from: decision.from ?? [],
          },
        ],
  ),
)
export const declaredByName: ReadonlyMap<string, Declared> = new Map(declared.map((one) => [one.name, one]))
