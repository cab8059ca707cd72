import type { NounName } from '@lintel/domain'
import { coerceInputValue, isInputType, type GraphQLSchema } from 'graphql'
import { parseFilter } from '../fields/filter.ts'
import { keptFilter, type KeptFilter } from '../fields/kept-filter.ts'
import { registryOf } from '../fields/nouns.ts'
import { UnusableArgument } from '../fields/usable.ts'
import type { Reader } from './context.ts'
import { typeOf } from './names.ts'

/** JSON that has to be one of the schema's own inputs: read as a variable of that type would be. */
export const given = (schema: GraphQLSchema, type: string, raw: unknown): Readonly<Record<string, unknown>> | undefined => {
  const input = schema.getType(type)
  if (!isInputType(input)) return undefined
  return coerceInputValue(raw, input) as Readonly<Record<string, unknown>> | undefined
}

/** A list's filter where the noun is only known when it is asked, to be kept for a job. SEC-5 */
export const givenFilter = (schema: GraphQLSchema, noun: NounName, reader: Reader, raw: unknown): KeptFilter => {
  const registry = registryOf(noun)
  const read = raw === null || raw === undefined ? {} : given(schema, `${typeOf(noun)}Filter`, raw)
  if (!read) throw new UnusableArgument('filter', 'value')
  return keptFilter(registry, parseFilter(registry, reader, read))
}
