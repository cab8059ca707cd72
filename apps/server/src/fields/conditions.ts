import type { Moment } from '@lintel/domain'
import type { Test, Tree } from './filter.ts'
import { datesIn, momentsIn } from './periods.ts'
import type { Statement } from './readable.ts'
import type { Field } from './registry.ts'

export const typeOfKind: Readonly<Record<Field['kind'], string>> = {
  text: 'text',
  choice: 'text',
  moment: 'timestamptz',
  date: 'date',
  money: 'bigint',
  count: 'int',
  flag: 'boolean',
  ref: 'uuid',
  refs: 'uuid',
  choices: 'text',
  numbers: 'int',
}
/** A moment from here on stands for "not any more". */
export const endless = `timestamptz '9000-01-01 00:00:00+00'`

const isMany = ({ kind }: Field) => kind === 'refs' || kind === 'choices' || kind === 'numbers'
/** Whether a field says nothing, as a condition. */
export const emptyOf = (field: Field) =>
  field.endless
    ? `${field.sql} >= ${endless}`
    : isMany(field)
      ? `coalesce(cardinality(${field.sql}), 0) = 0`
      : field.filled
        ? 'false'
        : `${field.sql} is null`

const testOf = (field: Field, test: Test, now: Moment, statement: Statement): string => {
  const { sql, kind } = field
  const type = typeOfKind[kind]
  const bound = (value: unknown) => `${statement.bind(value)}::${type}`
  switch (test.is) {
    case 'contains':
      return `strpos(lower(${sql}), ${bound(test.text.toLowerCase())}) > 0`
    case 'startsWith':
      return `starts_with(${sql}, ${bound(test.text)})`
    case 'equals':
      return `${sql} = ${bound(test.text)}`
    case 'yes':
      return `${sql} = ${bound(test.yes)}`
    case 'in':
      if (field.referring) return `t.id in (${field.referring.replace('$of', `${statement.bind(test.values)}::${type}[]`)})`
      // one value alone leaves an index in its order
      if (!isMany(field) && test.values.length === 1) return `${sql} = ${bound(test.values[0])}`
      return `${sql} ${isMany(field) ? '&&' : '= any'}(${statement.bind(test.values)}::${type}[])`
    case 'not':
      return isMany(field)
        ? `not coalesce(${sql} && ${statement.bind(test.values)}::${type}[], false)`
        : `(${field.filled ? '' : `${sql} is null or `}${sql} <> all(${statement.bind(test.values)}::${type}[]))`
    case 'from':
      return `${sql} >= ${bound(test.value)}${field.endless ? ` and ${sql} < ${endless}` : ''}`
    case 'until':
      return `${sql} <= ${bound(test.value)}`
    case 'within': {
      const { from, until } = kind === 'date' ? datesIn(test.period, now) : momentsIn(test.period, now)
      const written = (at: Moment | string) => bound(typeof at === 'number' ? new Date(at).toISOString() : at)
      return [
        from === undefined ? '' : `${sql} >= ${written(from)}`,
        until === undefined ? (field.endless ? `${sql} < ${endless}` : '') : `${sql} < ${written(until)}`,
      ]
        .filter((one) => one !== '')
        .join(' and ')
    }
    case 'empty':
      return test.empty ? emptyOf(field) : `not (${emptyOf(field)})`
  }
}

const joined = (parts: readonly string[], by: 'and' | 'or') =>
  parts.length === 0 ? 'true' : parts.length === 1 ? (parts[0] ?? 'true') : `(${parts.join(` ${by} `)})`
export const all = (parts: readonly string[]) => joined(parts, 'and')

/** A filter as a condition over the noun's table as `t`. */
export const conditionOf = (tree: Tree, now: Moment, statement: Statement): string => {
  const inner = (trees: readonly Tree[]) => trees.map((one) => conditionOf(one, now, statement))
  if ('all' in tree) return all(inner(tree.all))
  if ('any' in tree) return joined(inner(tree.any), 'or')
  // what is neither true nor false is not true
  if ('none' in tree) return `(${conditionOf(tree.none, now, statement)}) is not true`
  const test = testOf(tree.field, tree.test, now, statement)
  return tree.among ? `(t.id = any(${statement.bind(tree.among)}::uuid[]) and ${test})` : `(${test})`
}
