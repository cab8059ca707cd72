import type { Field } from './fields.ts'
import { isCondition, modeOf, partsOf } from './filter-tree.ts'
import { takesNumber, type Filter } from './filters.ts'
import type { Say } from './language.tsx'
import type { FilterTree } from './view.ts'

/** What a filter asks, as its chip says it. */
export const inWords = (field: Field, filter: Filter, say: Say): string => {
  switch (filter.is) {
    case 'in':
    case 'not': {
      const labels = filter.values.map((value) => field.choices?.find((choice) => choice.value === value)?.label)
      const known = labels.filter((label) => label !== undefined)
      const said =
        known.length < labels.length || known.length > 2 ? say('selected', { count: labels.length }) : known.join(say('listComma'))
      return filter.is === 'in' ? said : say('filterNot', { what: said })
    }
    case 'contains':
      return `“${filter.text}”`
    case 'startsWith':
      return `“${filter.text}…”`
    case 'equals':
      return `= ${filter.text}`
    case 'between':
      return filter.from && filter.to ? `${filter.from} – ${filter.to}` : filter.from ? `≥ ${filter.from}` : `≤ ${filter.to ?? ''}`
    case 'within':
      return takesNumber(filter.of) ? say(`period_${filter.of}`, { count: filter.n ?? 1 }) : say(`period_${filter.of}`)
    case 'flag':
      return say(filter.on ? 'yes' : 'no')
    case 'empty':
      return say(filter.empty ? 'filterEmpty' : 'filterFilled')
  }
}

/** A whole tree on one line, with its groups in brackets. */
export const treeInWords = (tree: FilterTree, fields: readonly Field[], say: Say, inner = false): string => {
  if (isCondition(tree)) {
    const field = fields.find(({ key }) => key === tree.key)
    return field ? `${field.label} ${inWords(field, tree.filter, say)}` : ''
  }
  const mode = modeOf(tree)
  const said = partsOf(tree)
    .map((part) => treeInWords(part, fields, say, true))
    .filter((part) => part !== '')
  const joined = said.join(` ${say(mode === 'and' ? 'filterAnd' : 'filterOr')} `)
  if (mode === 'nor') return say('filterNone', { what: joined })
  return inner && said.length > 1 ? `(${joined})` : joined
}
