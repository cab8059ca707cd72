import { appealEnds, dimensions, nouns, type Input, type Shape } from '@lintel/domain'

const inputsOf = (input: Input): readonly Input[] =>
  input.kind === 'group' ? Object.values(input.shape).flatMap(inputsOf) : input.kind === 'list' ? inputsOf(input.of) : [input]
const everyInput: readonly Input[] = Object.values(nouns).flatMap(({ decisions }) =>
  Object.values(decisions as Readonly<Record<string, { readonly input?: Shape }>>).flatMap(({ input }) =>
    Object.values(input ?? {}).flatMap(inputsOf),
  ),
)
/** The closed lists that decisions choose from, by the name they bear in the schema. */
export const closedLists: ReadonlyMap<string, readonly string[]> = new Map(
  everyInput.flatMap((input) => (input.kind === 'choice' ? [[input.of, input.values]] : [])),
)

const valuesOf = (name: string) => {
  const values = closedLists.get(name)
  if (!values) throw new Error(`no decision chooses from a list called ${name}`)
  return values
}
export const words = {
  severity: valuesOf('Severity'),
  complaintKind: valuesOf('ComplaintKind'),
  channel: valuesOf('Channel'),
  element: valuesOf('Element'),
  trade: valuesOf('Trade'),
  satisfaction: valuesOf('Satisfaction'),
  fineSeverity: valuesOf('FineSeverity'),
  visitMethod: valuesOf('VisitMethod'),
  partyKind: valuesOf('PartyKind'),
  appealEnd: appealEnds,
  startedBy: ['suggestion', 'danger', 'fine'],
  problemScope: dimensions,
  problemOutcome: valuesOf('ProblemOutcome'),
  visitOddity: ['soonAfterResolution', 'alwaysTheSamePair'],
}
