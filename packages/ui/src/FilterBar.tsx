import { ActionIcon, Button, Menu, Popover, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconFilterPlus, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Field } from './fields.ts'
import { emptyFilter, saysNothing, type Filter, type Filters } from './filters.ts'
import classes from './FilterBar.module.css'
import { useLanguage, type Say } from './language.tsx'

// what changes a filter is fetched when somebody opens one
const FilterEditor = lazy(() => import('./FilterEditor.tsx'))

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
        {opened && (
          <Suspense fallback={null}>
            <FilterEditor
              field={field}
              filter={filter ?? emptyFilter(field)}
              onChange={onChange}
              onDone={() => onOpened(false)}
              {...(picker ? { picker } : {})}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
