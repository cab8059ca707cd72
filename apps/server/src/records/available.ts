import { isRefusal, refuse, type DecisionName, type Moment, type NounName, type Refusal, type Rules, type Scene } from '@lintel/domain'
import { beginning } from '../history/chain.ts'
import { nounOf, factOf, type AnyDecision, type Where } from './nouns.ts'
import { columnOf, type Mapping } from './mapping.ts'
import { mappings } from './mappings.ts'
import { tasksFor, type Deciding } from './play.ts'
import { conditionOf, storedColumns, storedFrom, type Newest, type Source, type StoredRow } from './source.ts'
import type { Stored } from './stored.ts'
import { UnitOfWork } from './unit-of-work.ts'

/** Whether a person may take a decision on a record now; where not, why. */
export type Available = { readonly does: DecisionName; readonly allowed: boolean; readonly because?: Refusal }

/** Any way to ask the database. */
export type Query = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>

type Question = { readonly where: Where; readonly newest: Newest | undefined }

/** What a decision refuses whatever would be typed, short of its facts. */
const refusedAtOnce = (decision: AnyDecision, { record }: Stored, deciding: Deciding, scene: Scene): Refusal | undefined => {
  const { by, from } = decision
  if (by !== 'asked' && 'permission' in by && !deciding.may(by.permission, record.project)) return refuse('NotAllowed')
  if (from && !from.includes(record.state)) return refuse('WrongState', { state: record.state })
  if (by !== 'asked' && 'task' in by && !scene.mine.some(({ does }) => does === by.task)) return refuse('NotYourTask')
  return undefined
}

const questionsOf = (decision: AnyDecision, { record }: Stored): readonly (readonly [NounName, Question])[] =>
  Object.entries(decision.needs ?? {}).flatMap(([fact, keyOf]) => {
    const { name, fact: declared } = factOf(fact)
    const key = keyOf(record, undefined)
    return key === undefined || declared.tally !== undefined
      ? []
      : [[name, { where: declared.find(key), newest: declared.newest }] as const]
  })

/** All that is asked about one noun, in one statement. */
const ask = async (query: Query, noun: NounName, questions: readonly Question[]): Promise<readonly Stored[]> => {
  const mapping: Mapping = mappings[noun]
  const values: unknown[] = []
  const parts = [...new Map(questions.map((question) => [JSON.stringify(question), question])).values()].map(({ where, newest }) => {
    const condition = conditionOf(mapping, where, values.length)
    values.push(...condition.values)
    const order = newest ? `order by ${columnOf(mapping, newest.by)} desc nulls last, id limit ${newest.limit}` : ''
    return `(select ${storedColumns} from "${mapping.table}" where ${condition.text} ${order})`
  })
  // a statement gives rows of the table it names
  const rows = (await query(parts.join(' union all '), values)) as readonly StoredRow[]
  return rows.map((row) => storedFrom(noun, row))
}

const nowhere: Source = {
  load: async () => [],
  find: async () => [],
  tally: async () => new Map(),
  lastDone: async () => undefined,
  nextNumber: async () => 0,
  files: async () => [],
  holdsAll: () => true,
}

type At = { readonly now: Moment; readonly rules: Rules }

/** For any number of records of any nouns: one statement for each noun that their decisions read facts of. */
export const available = async (
  query: Query,
  deciding: Deciding,
  records: readonly Stored[],
  { now, rules }: At,
): Promise<ReadonlyMap<string, readonly Available[]>> => {
  const work = new UnitOfWork(nowhere, () => beginning)
  const open = records.map((stored) => {
    const noun = nounOf(stored.noun)
    const scene: Scene = {
      actor: deciding.actor,
      now,
      rules,
      number: '',
      mine: tasksFor(stored.record, noun.tasks(stored.record, rules), deciding, now),
      fresh: (label) => label,
    }
    const decisions = Object.entries(noun.decisions).filter(([, { by, opens }]) => by !== 'asked' && !opens)
    return {
      stored,
      scene,
      decisions: decisions.map(([verb, decision]) => ({
        does: `${stored.noun}.${verb}` as DecisionName,
        decision,
        no: refusedAtOnce(decision, stored, deciding, scene),
      })),
    }
  })

  const asked = Map.groupBy(
    open.flatMap(({ stored, decisions }) =>
      decisions.filter(({ no, decision }) => !no && decision.blocked).flatMap(({ decision }) => questionsOf(decision, stored)),
    ),
    ([noun]) => noun,
  )
  for (const [noun, questions] of asked)
    for (const stored of await ask(
      query,
      noun,
      questions.map(([, question]) => question),
    ))
      work.loaded(stored)

  const result = new Map<string, readonly Available[]>()
  for (const { stored, scene, decisions } of open) {
    const list: Available[] = []
    for (const { does, decision, no } of decisions) {
      const because =
        no ??
        (decision.blocked
          ? decision.blocked(stored.record, scene, await work.facts(decision.needs ?? {}, stored.record, undefined, { now, rules }))
          : undefined)
      list.push(because && isRefusal(because) ? { does, allowed: false, because } : { does, allowed: true })
    }
    result.set(stored.record.id, list)
  }
  return result
}
