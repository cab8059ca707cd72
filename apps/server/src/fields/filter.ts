import { readMoney } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import { idOf } from '../schema/global-id.ts'
import { mostDays, periodNames, takesNumber, type Period } from './periods.ts'
import type { Field, Registry } from './registry.ts'
import { mayUse, UnusableArgument } from './usable.ts'

/** What a field is asked for: one test. */
export type Test =
  | { readonly is: 'contains' | 'startsWith' | 'equals'; readonly text: string }
  | { readonly is: 'in' | 'not'; readonly values: readonly (string | number)[] }
  | { readonly is: 'from' | 'until'; readonly value: string | number }
  | { readonly is: 'within'; readonly period: Period }
  | { readonly is: 'empty'; readonly empty: boolean }
  | { readonly is: 'yes'; readonly yes: boolean }
/** What a list is filtered by; all of nothing and any of nothing ask for everything. */
export type Tree =
  | { readonly all: readonly Tree[] }
  | { readonly any: readonly Tree[] }
  | { readonly none: Tree }
  | {
      readonly field: Field
      readonly test: Test
      /** The few records that can hold its text, where an index has named them. */ readonly among?: readonly string[]
    }

export const everything: Tree = { all: [] }
/** What one filter may hold: nobody builds more by hand, and a machine is told. SEC-7 */
export const bounds = { depth: 6, conditions: 60, values: 500, characters: 200 }

const textOf = (name: string, written: unknown) => {
  const text = String(written)
  // PostgreSQL keeps no such letter, and a longer text is no fragment
  if (text.includes('\0') || text.length > bounds.characters) throw new UnusableArgument(name, 'value')
  return text
}
const valueOf = (name: string, { kind }: Field, written: unknown): string | number => {
  switch (kind) {
    case 'moment':
      // before the year 1 PostgreSQL counts otherwise
      if (written instanceof Date && written.getTime() > -62e12) return written.toISOString()
      break
    case 'money': {
      const amount = readMoney(String(written))
      if (amount !== undefined) return amount.toString()
      break
    }
    case 'count':
      if (typeof written === 'number') return written
      break
    default:
      return textOf(name, written)
  }
  throw new UnusableArgument(name, 'value')
}
const periodOf = (name: string, { of, n }: Period): Period => {
  if (!periodNames.includes(of)) throw new UnusableArgument(name, 'value')
  if (takesNumber(of) && (n == null || n < 1 || n > mostDays)) throw new UnusableArgument(name, 'days')
  return { of, n: n ?? null }
}

type Given = Readonly<Record<string, unknown>>

/** The tests of one field, from its typed filter of the API; ids of the API become ids of records, one of another type matches nothing. */
const testsOf = (name: string, field: Field, given: Given): readonly Test[] => {
  const many = (values: unknown) => {
    const list: readonly unknown[] = Array.isArray(values) ? values : []
    if (list.length > bounds.values) throw new UnusableArgument(name, 'tooMany')
    if (field.kind === 'ref' || field.kind === 'refs') return list.flatMap((id) => idOf(field.of ?? '', String(id)) ?? [])
    return list.map((value) => (typeof value === 'number' ? value : String(value)))
  }
  return Object.entries(given).flatMap(([is, wanted]): readonly Test[] => {
    if (wanted === null || wanted === undefined) return []
    switch (is) {
      case 'contains':
      case 'startsWith':
        return [{ is, text: textOf(name, wanted) }]
      case 'is':
        return field.kind === 'flag' ? [{ is: 'yes', yes: wanted === true }] : [{ is: 'equals', text: textOf(name, wanted) }]
      case 'in':
      case 'not':
        return [{ is, values: many(wanted) }]
      case 'from':
      case 'until':
        return [{ is, value: valueOf(name, field, wanted) }]
      case 'within':
        return [{ is, period: periodOf(name, wanted as Period) }]
      case 'empty':
        return [{ is, empty: wanted === true }]
      default:
        throw new UnusableArgument(name, 'value')
    }
  })
}

/**
 * The filter of a list, as the schema has coerced it, becomes the server's tree: the same for a query, a stored view, a
 * bulk action and an export. What the reader may not read is refused by name wherever it stands. SEC-5
 */
export const parseFilter = ({ fields }: Registry, reader: Reader, filter: Given | null | undefined): Tree => {
  let conditions = 0
  const treeOf = (given: Given, depth: number): Tree => {
    if (depth > bounds.depth) throw new UnusableArgument('filter', 'tooDeep')
    const parts = Object.entries(given).flatMap(([name, wanted]): readonly Tree[] => {
      if (wanted === null || wanted === undefined) return []
      if (name === 'and' || name === 'or') {
        const inner = (wanted as readonly Given[]).map((each) => treeOf(each, depth + 1))
        return [name === 'and' ? { all: inner } : { any: inner }]
      }
      if (name === 'not') return [{ none: treeOf(wanted as Given, depth + 1) }]
      const field = fields[name]
      if (!field?.filter || !mayUse(field, reader)) throw new UnusableArgument(name, 'notUsable')
      const tests = testsOf(name, field, wanted as Given)
      conditions += tests.length
      if (conditions > bounds.conditions) throw new UnusableArgument('filter', 'tooMany')
      return tests.map((test) => ({ field, test }))
    })
    const [only] = parts
    return parts.length === 1 && only ? only : { all: parts }
  }
  return filter ? treeOf(filter, 1) : everything
}
