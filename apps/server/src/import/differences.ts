import { isRefusal, readInput, writeMoney, type DecisionName, type Moment, type Money } from '@lintel/domain'
import { decisionOf, type AnyRecord } from '../records/nouns.ts'
import type { ImportKind } from './kinds/kind.ts'

export type Difference = { readonly field: string; readonly old: string; readonly new: string }
export type Differing = { readonly differences: readonly Difference[]; readonly input: Readonly<Record<string, unknown>> }

const shown = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'bigint'
      ? writeMoney(value as Money)
      : Array.isArray(value)
        ? String(value.length)
        : String(value)
const same = (a: unknown, b: unknown) => JSON.stringify(a, written) === JSON.stringify(b, written)
const written = (_: string, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)

/** What a file says of a record otherwise than it is; an empty cell says nothing, and what is joined only grows. */
export const differences = (
  kind: ImportKind,
  record: AnyRecord & Readonly<Record<string, unknown>>,
  input: Readonly<Record<string, unknown>>,
  mapped: ReadonlySet<string>,
  now: Moment,
): Differing | undefined => {
  const shape = decisionOf(kind.adds).decision.input ?? {}
  const read = readInput(shape, input, now)
  if (isRefusal(read)) return undefined
  const found: Difference[] = []
  const next: Record<string, unknown> = {}
  for (const name of Object.keys(shape)) {
    const [was, says] = [record[name], read[name]]
    const joins = kind.joined?.includes(name) && Array.isArray(was) && Array.isArray(says)
    const is = joins ? [...new Set([...(was as unknown[]), ...(says as unknown[])])] : says === undefined || !mapped.has(name) ? was : says
    if (is !== undefined) next[name] = is
    if (!same(was, is)) found.push({ field: name, old: shown(was), new: shown(is) })
  }
  return found.length ? { differences: found, input: next } : undefined
}
/** The decision that takes a difference over, with its reason. */
export const changeOf = (
  kind: ImportKind,
  { input }: Differing,
  reason: string,
): { readonly does: DecisionName; readonly input: object } | undefined =>
  kind.changes ? { does: kind.changes, input: { ...input, reason } } : undefined
