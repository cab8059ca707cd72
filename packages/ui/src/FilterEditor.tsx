import { Checkbox, NativeSelect, SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { Field } from './fields.ts'
import { emptyFilter, shapesOf, type Filter, type FilterShape } from './filters.ts'
import classes from './FilterBar.module.css'
import type { FilterPicker } from './FilterBar.tsx'
import { Between, TextFilter, Within } from './FilterValues.tsx'
import { useLanguage, type UiWord } from './language.tsx'

const shapeWords: Readonly<Record<FilterShape, UiWord>> = {
  in: 'filterIn',
  not: 'filterNotIn',
  contains: 'contains',
  startsWith: 'filterStartsWith',
  equals: 'filterEquals',
  between: 'filterBetween',
  within: 'filterWithin',
  flag: 'filterIs',
  empty: 'filterEmpty',
}
/** Going over to another way of asking keeps what it can. */
const reshaped = (filter: Filter, is: FilterShape): Filter => {
  if ((is === 'in' || is === 'not') && 'values' in filter) return { is, values: filter.values }
  if ((is === 'contains' || is === 'startsWith' || is === 'equals') && 'text' in filter) return { is, text: filter.text }
  return emptyFilter(is)
}
const asked = (filter: Filter) => (filter.is === 'empty' && !filter.empty ? 'filled' : filter.is)

export type FilterEditorProps = {
  field: Field
  /** What is asked already; nothing where it is asked for the first time. */
  filter: Filter | undefined
  onChange: (filter: Filter) => void
  onDone: () => void
  picker?: FilterPicker
}

/** Where a filter is changed, as its type is: how it is asked first, then for what. */
export default function FilterEditor({ field, filter, onChange, onDone, picker }: FilterEditorProps) {
  const { say } = useLanguage()
  // half of a filter is nobody's business yet
  const [draft, setDraft] = useState<Filter>(filter ?? emptyFilter(shapesOf(field)[0] ?? 'contains'))
  const [unset, setUnset] = useState(filter === undefined)
  const ways = shapesOf(field).flatMap((shape) => [
    { value: shape as string, label: say(shapeWords[shape]) },
    ...(shape === 'empty' ? [{ value: 'filled', label: say('filterFilled') }] : []),
  ])
  const set = (next: Filter) => {
    setDraft(next)
    setUnset(false)
    onChange(next)
  }
  const choose = (way: string) => {
    const next: Filter = way === 'filled' ? { is: 'empty', empty: false } : reshaped(draft, way as FilterShape)
    if (next.is !== 'within' && next.is !== 'flag') return set(next)
    setDraft(next)
    setUnset(true)
  }
  return (
    <div className={classes.editor}>
      {ways.length > 1 && (
        <NativeSelect
          aria-label={say('filterWay')}
          value={asked(draft)}
          data={ways}
          onChange={(event) => choose(event.currentTarget.value)}
        />
      )}
      <Value field={field} filter={draft} unset={unset} onChange={set} onDone={onDone} {...(picker ? { picker } : {})} />
    </div>
  )
}

type ValueProps = FilterEditorProps & { filter: Filter; unset: boolean }
function Value({ field, filter, unset, onChange, onDone, picker }: ValueProps) {
  const { say } = useLanguage()
  switch (filter.is) {
    case 'in':
    case 'not': {
      const set = (values: readonly string[]) => onChange({ is: filter.is, values })
      if (!field.choices?.length) return picker?.(field, filter.values, set) ?? null
      return (
        <Checkbox.Group value={[...filter.values]} onChange={set} aria-label={field.label}>
          <div className={classes.choices}>
            {field.choices.map((choice) => (
              <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    }
    case 'contains':
    case 'startsWith':
    case 'equals':
      return (
        <TextFilter
          key={filter.is}
          label={`${field.label} ${say(shapeWords[filter.is])}`}
          text={filter.text}
          onChange={(text) => onChange({ is: filter.is, text })}
          onDone={onDone}
        />
      )
    case 'between':
      return <Between filter={filter} type={field.type} onChange={onChange} onDone={onDone} />
    case 'within':
      return <Within filter={filter} unset={unset} onChange={onChange} />
    case 'flag':
      return (
        <SegmentedControl
          aria-label={field.label}
          value={unset ? '' : filter.on ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
          onChange={(value) => onChange({ is: 'flag', on: value === 'yes' })}
        />
      )
    case 'empty':
      return null
  }
}
