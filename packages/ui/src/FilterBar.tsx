import { ActionIcon, Button, Checkbox, Menu, Popover, SegmentedControl, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconFilterPlus, IconX } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Field } from './fields.ts'
import { emptyFilter, saysNothing, type Filter, type Filters } from './filters.ts'
import classes from './FilterBar.module.css'
import { useLanguage, type Say } from './language.tsx'
import { daysFrom, todayIs } from './moments.ts'

export type FilterBarProps = {
  fields: readonly Field[]
  filters: Filters
  onChange: (filters: Filters) => void
  /** Fields offered as chips before anything is set. */
  always?: readonly string[]
  /** People and records to choose from, for filters whose choices are not in the declaration. */
  picker?: (field: Field, values: readonly string[], onChange: (values: readonly string[]) => void) => ReactNode
  /** What stands before the chips: tabs of views, a search. */
  before?: ReactNode
  after?: ReactNode
}

/** Chips by type; each says its own value and opens where it is changed. */
export function FilterBar({ fields, filters, onChange, always = [], picker, before, after }: FilterBarProps) {
  const { say } = useLanguage()
  const [opened, setOpened] = useState<string>()
  const offered = fields.filter((field) => field.filterable)
  const shown = offered.filter((field) => always.includes(field.key) || field.key in filters || field.key === opened)
  const rest = offered.filter((field) => !shown.includes(field))
  const set = (key: string, filter: Filter | undefined) => {
    const { [key]: _, ...others } = filters
    onChange(filter && !saysNothing(filter) ? { ...others, [key]: filter } : others)
  }
  return (
    <div className={classes.bar} role="toolbar" aria-label={say('filters')}>
      {before}
      {shown.map((field) => (
        <Chip
          key={field.key}
          field={field}
          filter={filters[field.key]}
          opened={opened === field.key}
          onOpened={(open) => setOpened(open ? field.key : undefined)}
          onChange={(filter) => set(field.key, filter)}
          {...(picker ? { picker } : {})}
        />
      ))}
      {rest.length > 0 && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Button variant="subtle" color="gray" leftSection={<IconFilterPlus size={15} aria-hidden="true" />}>
              {say('addFilter')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {rest.map((field) => (
              <Menu.Item key={field.key} onClick={() => setOpened(field.key)}>
                {field.label}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {Object.keys(filters).length > 0 && (
        <Button variant="subtle" color="gray" onClick={() => onChange({})}>
          {say('clearFilters')}
        </Button>
      )}
      {after && <div className={classes.after}>{after}</div>}
    </div>
  )
}

const summary = (field: Field, filter: Filter, say: Say) => {
  switch (filter.is) {
    case 'in': {
      const labels = filter.values.map((value) => field.choices?.find((choice) => choice.value === value)?.label)
      const known = labels.filter((label) => label !== undefined)
      if (known.length < labels.length || known.length > 2) return say('selected', { count: labels.length })
      return known.join('、')
    }
    case 'contains':
      return `“${filter.text}”`
    case 'between':
      return filter.from && filter.to ? `${filter.from} – ${filter.to}` : filter.from ? `≥ ${filter.from}` : `≤ ${filter.to ?? ''}`
    case 'flag':
      return say(filter.on ? 'yes' : 'no')
  }
}

type ChipProps = {
  field: Field
  filter: Filter | undefined
  opened: boolean
  onOpened: (open: boolean) => void
  onChange: (filter: Filter | undefined) => void
  picker?: NonNullable<FilterBarProps['picker']>
}

function Chip({ field, filter, opened, onOpened, onChange, picker }: ChipProps) {
  const { say } = useLanguage()
  return (
    <Popover opened={opened} onChange={onOpened} position="bottom-start" trapFocus returnFocus>
      <div className={classes.chip} data-set={filter !== undefined || undefined}>
        <Popover.Target>
          <UnstyledButton className={classes.name} onClick={() => onOpened(!opened)}>
            {field.label}
            {filter && <strong>{summary(field, filter, say)}</strong>}
            {!filter && <IconChevronDown size={13} aria-hidden="true" />}
          </UnstyledButton>
        </Popover.Target>
        {filter && (
          <ActionIcon size={20} aria-label={`${say('remove')} ${field.label}`} onClick={() => onChange(undefined)}>
            <IconX size={13} />
          </ActionIcon>
        )}
      </div>
      <Popover.Dropdown className={classes.dropdown}>
        <Editor
          field={field}
          filter={filter ?? emptyFilter(field)}
          onChange={onChange}
          onDone={() => onOpened(false)}
          {...(picker ? { picker } : {})}
        />
      </Popover.Dropdown>
    </Popover>
  )
}

function Editor({
  field,
  filter,
  onChange,
  onDone,
  picker,
}: Pick<ChipProps, 'field' | 'onChange' | 'picker'> & { filter: Filter; onDone: () => void }) {
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
