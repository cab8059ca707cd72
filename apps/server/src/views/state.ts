import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql'
import { parseFilter, type Tree } from '../fields/filter.ts'
import { registries } from '../fields/nouns.ts'
import type { Order, Registry } from '../fields/registry.ts'
import { mayUse, UnusableArgument } from '../fields/usable.ts'
import type { Reader } from '../schema/context.ts'
import { typeOf } from '../schema/names.ts'

export const densities = ['dense', 'medium', 'wide'] as const
/** What a view shows, as the screens know it; the filter is the JSON of the noun's filter in the API. X-9 */
export type ViewState = {
  readonly filter: unknown
  readonly sort: readonly Order[]
  readonly columns: readonly {
    readonly key: string
    readonly width?: number | null | undefined
    readonly pin?: 'left' | 'right' | null | undefined
  }[]
  readonly groups: readonly string[]
  readonly density: (typeof densities)[number]
  readonly wrap: boolean
}

export const registryOf = (noun: string): Registry | undefined => registries.find((one) => one.noun === noun)

type Json = Readonly<Record<string, unknown>>
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)
/**
 * A kept filter as far as the reader may use it, with the fields that are left out: what somebody else typed about
 * customers is not told to whoever may not read it. SEC-5, X-7
 */
export const usableIn = (
  { fields }: Registry,
  reader: Reader,
  filter: unknown,
): { readonly filter: unknown; readonly without: readonly string[] } => {
  const without = new Set<string>()
  const kept = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(kept)
    if (!isJson(part)) return part
    return Object.fromEntries(
      Object.entries(part).flatMap(([name, value]): readonly [string, unknown][] => {
        if (name === 'and' || name === 'or' || name === 'not') return [[name, kept(value)]]
        const field = fields[name]
        if (field?.filter && mayUse(field, reader)) return [[name, value]]
        without.add(name)
        return []
      }),
    )
  }
  return { filter: kept(filter ?? {}), without: [...without] }
}

/** A view with more records than this is not followed. */
export const mostFollowed = 5_000

const largest = 20_000
/**
 * A filter kept as JSON (by a view, a bulk action, an export) as the tree of a list: held against the schema's own input
 * and against what the reader may read now, as if it were asked for at this moment. SEC-5
 */
export const filterFrom = (schema: GraphQLSchema, registry: Registry, reader: Reader, filter: unknown): Tree => {
  const type = schema.getType(`${typeOf(registry.noun)}Filter`)
  if (!isInputType(type) || JSON.stringify(filter ?? null).length > largest) throw new UnusableArgument('filter', 'tooMany')
  const given = coerceInputValue(filter ?? {}, type)
  if (given === undefined) throw new UnusableArgument('filter', 'value')
  return parseFilter(registry, reader, given as Readonly<Record<string, unknown>>)
}
