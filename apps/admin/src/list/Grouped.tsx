import { figure, type DataTableProps, type Line, type Row } from '@lintel/ui'
import type { ReactNode } from 'react'
import type { NounName } from '../gql/graphql.ts'
import { listed, useWords } from '../words/words.ts'
import type { ListField } from './fields.ts'
import { groupedLines } from './grouped-lines.ts'
import { useGroups } from './groups.ts'
import type { Pages } from './pages.ts'
import { byColumn, type GroupKey } from './sums.ts'

type GroupedProps<Node extends { id: string }> = {
  noun: NounName
  by: readonly string[]
  filter: object | undefined
  fields: readonly Pick<ListField, 'key' | 'label' | 'type' | 'choices'>[]
  list: Pages<Node>
  row: (node: Node) => Row
  children: (table: Pick<DataTableProps, 'lines' | 'state' | 'onToggleGroup' | 'onRetry' | 'failure' | 'news'>) => ReactNode
}

/** The list by groups: heads with counts and sums, whose members open below them. X-2 */
export function Grouped<Node extends { id: string }>({ noun, by, filter, fields, list, row, children }: GroupedProps<Node>) {
  const { t, say, language } = useWords()
  const { groups, next, state, note, more, toggle, again } = useGroups(noun, by, filter, list.within)
  const called = ({ field: name, value, label }: GroupKey) => {
    const field = fields.find(({ key }) => key === name)
    if (value === null) return t('list.groupEmpty', { field: field?.label ?? name })
    if (label) return label
    if (field?.type === 'flag') return `${field.label}${say(value === 'true' ? 'yes' : 'no')}`
    // times are put together by their month
    if (field?.type === 'moment' || field?.type === 'day' || field?.type === 'clock') return value.slice(0, 7)
    return field?.choices?.find((choice) => choice.value === value)?.label ?? value
  }
  const made = new WeakMap<Node, Line>()
  const lines = groupedLines<Node>(
    groups.map(({ key, group, store }) => ({
      head: {
        key,
        label: listed(group.keys.map(called)),
        count: say('groupCount', { count: figure(group.count, language) }),
        totals: byColumn(group.totals),
      },
      store,
    })),
    {
      more: next !== undefined,
      next: more,
      line: (node, store) => {
        const known = made.get(node)
        if (known) return known
        const line: Line = { is: 'row', row: row(node), mark: store.mark(node.id) }
        made.set(node, line)
        return line
      },
    },
  )
  return children({ lines, state, onToggleGroup: toggle, onRetry: again, failure: note, news: undefined })
}
