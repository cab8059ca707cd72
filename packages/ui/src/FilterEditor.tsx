import { Button, Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import type { Field } from './fields.ts'
import type { Filter } from './filters.ts'
import classes from './FilterBar.module.css'
import { useLanguage } from './language.tsx'
import { daysFrom, todayIs } from './moments.ts'

export type FilterEditorProps = {
  field: Field
  filter: Filter
  onChange: (filter: Filter) => void
  onDone: () => void
  picker?: (field: Field, values: readonly string[], onChange: (values: readonly string[]) => void) => ReactNode
}

/** Where a filter is changed, as its type is. */
export default function FilterEditor({ field, filter, onChange, onDone, picker }: FilterEditorProps) {
  const { say } = useLanguage()
  switch (filter.is) {
    case 'in':
      if (!field.choices?.length) return picker?.(field, filter.values, (values) => onChange({ is: 'in', values })) ?? null
      return (
        <Checkbox.Group value={[...filter.values]} onChange={(values) => onChange({ is: 'in', values })}>
          <div className={classes.choices}>
            {field.choices.map((choice) => (
              <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'contains':
      return (
        <TextFilter
          label={`${field.label} ${say('contains')}`}
          text={filter.text}
          onChange={(text) => onChange({ is: 'contains', text })}
          onDone={onDone}
        />
      )
    case 'between':
      return field.type === 'money' || field.type === 'number' ? (
        <Between filter={filter} kind="number" onChange={onChange} onDone={onDone} />
      ) : (
        <Between filter={filter} kind="date" onChange={onChange} onDone={onDone} />
      )
    case 'flag':
      return (
        <SegmentedControl
          value={filter.on ? 'yes' : 'no'}
          data={[
            { value: 'yes', label: say('yes') },
            { value: 'no', label: say('no') },
          ]}
          onChange={(value) => onChange({ is: 'flag', on: value === 'yes' })}
        />
      )
  }
}

function TextFilter({
  label,
  text,
  onChange,
  onDone,
}: {
  label: string
  text: string
  onChange: (text: string) => void
  onDone: () => void
}) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(text)
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(typed)
        onDone()
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  )
}

function Between({
  filter,
  kind,
  onChange,
  onDone,
}: {
  filter: Extract<Filter, { is: 'between' }>
  kind: 'number' | 'date'
  onChange: (filter: Filter) => void
  onDone: () => void
}) {
  const { say } = useLanguage()
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const apply = (start: string, end: string) => {
    onChange({ is: 'between', ...(start ? { from: start } : {}), ...(end ? { to: end } : {}) })
    onDone()
  }
  const today = todayIs(Date.now())
  return (
    <form
      className={classes.between}
      onSubmit={(event) => {
        event.preventDefault()
        apply(from.trim(), to.trim())
      }}
    >
      {kind === 'date' && (
        <div className={classes.row}>
          <Button variant="default" onClick={() => apply(today, today)}>
            {say('today')}
          </Button>
          <Button variant="default" onClick={() => apply(daysFrom(today, -6), today)}>
            {say('last7')}
          </Button>
          <Button variant="default" onClick={() => apply(daysFrom(today, -29), today)}>
            {say('last30')}
          </Button>
        </div>
      )}
      <div className={classes.row}>
        <TextInput label={say('from')} type={kind} value={from} onChange={(event) => setFrom(event.currentTarget.value)} w={140} />
        <TextInput label={say('to')} type={kind} value={to} onChange={(event) => setTo(event.currentTarget.value)} w={140} />
        <Button type="submit">{say('apply')}</Button>
      </div>
    </form>
  )
}
