import { findingKinds, nouns, quantitySources, reasons, stages, taskKinds } from '@lintel/domain'
import { closedLists, words } from '../fields/words.ts'
import { builder } from './builder.ts'
import { declared, nounNames, typeOf } from './names.ts'

type EnumRef = ReturnType<typeof make>
const make = (name: string, values: readonly string[]) => builder.enumType(name, { values: values as readonly [string, ...string[]] })
const lists = new Map<string, EnumRef>()
const add = (name: string, values: readonly string[]) => lists.set(name, make(name, values))

for (const [name, values] of closedLists) add(name, values)
for (const noun of nounNames) add(`${typeOf(noun)}State`, nouns[noun].states)
add('NoticeStage', stages)
add('StartedBy', words.startedBy)
add('ProblemScope', words.problemScope)
add('FindingKind', findingKinds)
add('VisitOddity', words.visitOddity)
add('NounName', nounNames)
add('RefusalCode', Object.keys(reasons))
add('TaskKind', taskKinds)
add('FieldKind', ['text', 'choice', 'moment', 'date', 'money', 'count', 'flag', 'ref', 'refs', 'choices', 'numbers'])
add('QuantitySource', quantitySources)
add('InputKind', ['text', 'money', 'quantity', 'moment', 'date', 'count', 'flag', 'drawing', 'choice', 'ref', 'file', 'list', 'group'])
add('EntryKind', ['issued', 'settlement', 'waiver', 'reduction', 'cancellation'])
add('LedgerKind', ['issued', 'settlement', 'waiver', 'reduction', 'cancellation', 'chargeBack'])
add('AppealEnd', words.appealEnd)
add('Milestone', ['accepted', 'noticeIssued', 'repairAccepted', 'result'])

/** A decision's name as an enum value: `fine_sign` for `fine.sign`, since the schema has no dots. */
export const decisionName = builder.enumType('DecisionName', {
  values: Object.fromEntries(declared.map(({ name }) => [name.replace('.', '_'), { value: name as string }])),
})

/** The enum of a closed list, by its name in the schema. */
export const enumOf = (name: string): EnumRef => {
  const found = lists.get(name)
  if (!found) throw new Error(`no closed list is called ${name}`)
  return found
}
