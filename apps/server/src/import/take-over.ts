import { setImmediate as letOthers } from 'node:timers/promises'
import { isRefusal, refuse, type Moment, type PersonId, type ProjectId, type Refusal } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import { idFrom } from '../records/identity.ts'
import type { AnyRecord } from '../records/nouns.ts'
import { placesOf } from '../records/reach.ts'
import { bringBuilding } from './bring-building.ts'
import { changeOf, differences, type Difference } from './differences.ts'
import type { ImportKind, Said } from './kinds/kind.ts'
import { lookupsFor } from './lookups.ts'
import type { Mapping } from './mapping.ts'
import { readLines, type Line, type ReadLine } from './read-lines.ts'
import type { Problem } from './read-value.ts'

export type Taking = {
  readonly kind: ImportKind
  readonly mapping: Mapping
  readonly by: PersonId
  /** Whether what a record known already has otherwise in the file is changed; else it is only told. */
  readonly applyChanges: boolean
  /** What the history gives as the reason of a change. */
  readonly reason: string
  /** Ids of records that lines before have brought, where what they brought was not kept. */
  readonly brought?: Set<string>
}
export type Outcome =
  | { readonly line: number; readonly is: 'taken'; readonly said: Said }
  | { readonly line: number; readonly is: 'known' }
  | { readonly line: number; readonly is: 'changed' | 'differs'; readonly differences: readonly Difference[] }
  | { readonly line: number; readonly is: 'error'; readonly problem: Problem; readonly refusal?: Refusal }

/** So many lines are decided before others get their turn. */
const inARow = 25

const keyOf = ({ kind, mapping }: Taking, said: Said): string => {
  if (said['sourceId'] !== undefined)
    return kind.noun === 'complaint'
      ? idFrom('import', mapping.source, String(said['sourceId']))
      : idFrom('import', kind.name, mapping.source, String(said['sourceId']))
  return idFrom('import', kind.name, kind.known(said)[0] ?? JSON.stringify(said))
}

/** The records these lines may be about, by what they are known by; of other people's projects none is known. SEC-4 */
const knownTo = async (bulk: Bulk, { kind, by }: Taking, read: readonly ReadLine[], ids: readonly string[]) => {
  const deciding = bulk.company.deciding(by)
  const mine = (record: AnyRecord) =>
    placesOf(record as { readonly project?: ProjectId }).some((place) => deciding?.may(`${kind.noun}.read`, place))
  const known = new Map<string, string>()
  const enter = (record: AnyRecord) => {
    for (const key of kind.knownBy(record as unknown as Said)) if (!known.has(key)) known.set(key, record.id)
  }
  await bulk.find(kind.noun, { id: ids })
  for (const { property, values } of kind.where(read.map(({ said }) => said)))
    if (values.length) for (const record of await bulk.find(kind.noun, { [property]: values })) if (mine(record)) enter(record)
  return {
    of(said: Said, id: string) {
      const found = bulk.record(
        kind
          .known(said)
          .map((key) => known.get(key))
          .find((one) => one !== undefined) ?? id,
      )
      return found && mine(found) ? found : undefined
    },
    enter,
  }
}

const error = (line: number, refusal: Refusal): Outcome => {
  const { field = '', problem = '' } = refusal.with as { field?: string; problem?: string }
  return { line, is: 'error', problem: { field, problem: problem || refusal.refused, value: '' }, refusal }
}

/** Decides lines, each by itself, and says what became of each. */
export const takeOver = async (bulk: Bulk, taking: Taking, lines: readonly Line[], now: Moment): Promise<readonly Outcome[]> => {
  const { kind, mapping, by, brought } = taking
  const deciding = bulk.company.deciding(by)
  if (!deciding) return lines.map(({ line }) => error(line, refuse('NotAllowed')))
  const lookups = await lookupsFor(bulk, deciding)
  const read = await readLines(kind, mapping, lines, lookups)
  const good = read.filter(({ problem }) => !problem)
  const idOf = (said: Said) => idFrom(keyOf(taking, said), kind.adds)
  const known = await knownTo(
    bulk,
    taking,
    good,
    good.map(({ said }) => idOf(said)),
  )
  const mapped = new Set(Object.keys(mapping.inputs))

  const decide = async ({ line: { line }, said: first, problem }: ReadLine): Promise<Outcome> => {
    if (problem) return { line, is: 'error', problem }
    const said = kind.noun === 'unit' ? await bringBuilding(bulk, lookups, first, by, now) : first
    if (isRefusal(said)) return error(line, said as Refusal)
    const id = idOf(said)
    if (brought?.has(id)) return { line, is: 'known' }
    const input = kind.input(said, mapping.source)
    const record = known.of(said, id)
    if (!record) {
      // a live case has waited since it was registered there. C-11
      const at = kind.history ? now : ((said['registeredAt'] ?? now) as Moment)
      if (at > now) return error(line, refuse('InTheFuture', { now }))
      const answer = await bulk.decide(by, { does: kind.adds, input, key: keyOf(taking, said) }, at)
      if (isRefusal(answer)) return answer.refused === 'AlreadyExists' && kind.history ? { line, is: 'known' } : error(line, answer)
      brought?.add(id)
      const added = bulk.record(answer.id)
      if (added) known.enter(added)
      return { line, is: 'taken', said }
    }
    const differing = kind.changes ? differences(kind, record as AnyRecord & Said, input, mapped, now) : undefined
    if (!differing) return { line, is: 'known' }
    const change = changeOf(kind, differing, taking.reason)
    if (!change || !taking.applyChanges) return { line, is: 'differs', differences: differing.differences }
    const key = idFrom('import', 'change', record.id, JSON.stringify(differing.differences), taking.reason)
    const answer = await bulk.decide(by, { ...change, on: record.id as never, key }, now)
    return isRefusal(answer) ? error(line, answer) : { line, is: 'changed', differences: differing.differences }
  }

  const outcomes: Outcome[] = []
  for (const [n, one] of read.entries()) {
    if (n % inARow === 0) await letOthers()
    outcomes.push(await decide(one))
  }
  return outcomes
}
