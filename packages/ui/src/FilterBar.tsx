import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconChevronDown, IconFilterPlus, IconX } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import type { Field } from './fields.ts'
import { asksNothing, isCondition, topParts, withCondition } from './filter-tree.ts'
import { saysNothing, type Filter } from './filters.ts'
import { inWords, treeInWords } from './filter-words.ts'
import classes from './FilterBar.module.css'
import { useLanguage } from './language.tsx'
import { MenuButton } from './over/MenuButton.tsx'
import { PanelButton } from './over/PanelButton.tsx'
import type { FilterTree } from './view.ts'

// what changes a filter is fetched when somebody opens one
const FilterEditor = lazy(() => import('./FilterEditor.tsx'))
const FilterBuilder = lazy(() => import('./FilterBuilder.tsx'))

/** People and records to choose from, for filters whose choices are not in the declaration. */
export type FilterPicker = (field: Field, values: readonly string[], onChange: (values: readonly string[]) => void) => ReactNode

export type FilterBarProps = {
  fields: readonly Field[]
  filter: FilterTree
  onChange: (filter: FilterTree) => void
  /** Fields offered as chips before anything is set. */
  always?: readonly string[]
  picker?: FilterPicker
  /** What stands before the chips: tabs of views, a search. */
  before?: ReactNode
  after?: ReactNode
}

type Shown = { field: Field; filter: Filter | undefined; nth: number }
const shownIn = (tree: FilterTree, offered: readonly Field[], always: readonly string[], opened: string | undefined): readonly Shown[] =>
  offered.flatMap((field): readonly Shown[] => {
    const set = topParts(tree)
      .filter(isCondition)
      .filter(({ key }) => key === field.key)
    if (set.length > 0) return set.map(({ filter }, nth) => ({ field, filter, nth }))
    return always.includes(field.key) || field.key === opened ? [{ field, filter: undefined, nth: 0 }] : []
  })

/** Chips by type; each says its own value and opens where it is changed. What is nested opens where all of it is built. */
export function FilterBar({ fields, filter, onChange, always = [], picker, before, after }: FilterBarProps) {
  const { say } = useLanguage()
  const [opened, setOpened] = useState<string>()
  const [building, setBuilding] = useState(false)
  const offered = fields.filter((field) => field.filterable)
  const shown = shownIn(filter, offered, always, opened?.split(' ')[0])
  const rest = offered.filter((field) => !shown.some((one) => one.field === field))
  const nested = topParts(filter).filter((part) => !isCondition(part) && !asksNothing(part))
  return (
    <div className={classes.bar} role="toolbar" aria-label={say('filters')}>
      {before}
      {shown.map(({ field, filter: set, nth }) => (
        <Chip
          key={`${field.key} ${nth}`}
          field={field}
          filter={set}
          opened={opened === `${field.key} ${nth}`}
          onOpened={(open) => setOpened(open ? `${field.key} ${nth}` : undefined)}
          onChange={(next) => onChange(withCondition(filter, field.key, next && !saysNothing(next) ? next : undefined, nth))}
          {...(picker ? { picker } : {})}
        />
      ))}
      {nested.map((part, n) => (
        <div key={n} className={classes.chip} data-set>
          <UnstyledButton className={classes.name} onClick={() => setBuilding(true)}>
            <strong className={classes.long}>{treeInWords(part, offered, say)}</strong>
          </UnstyledButton>
          <ActionIcon
            size={24}
            aria-label={`${say('remove')} ${treeInWords(part, offered, say)}`}
            onClick={() => onChange({ and: topParts(filter).filter((other) => other !== part) })}
          >
            <IconX size={13} />
          </ActionIcon>
        </div>
      ))}
      {offered.length > 0 && (
        <MenuButton
          label={say('addFilter')}
          position="bottom-start"
          lines={() => [
            ...rest.map((field) => ({ key: field.key, label: field.label, onClick: () => setOpened(`${field.key} 0`) })),
            ...(rest.length > 0 ? [{ divider: true as const }] : []),
            {
              label: say('filterBuilder'),
              icon: <IconAdjustmentsHorizontal size={15} aria-hidden="true" />,
              onClick: () => setBuilding(true),
            },
          ]}
        >
          <Button variant="subtle" color="gray" leftSection={<IconFilterPlus size={15} aria-hidden="true" />}>
            {say('addFilter')}
          </Button>
        </MenuButton>
      )}
      {!asksNothing(filter) && (
        <Button variant="subtle" color="gray" onClick={() => onChange({ and: [] })}>
          {say('clearFilters')}
        </Button>
      )}
      {after && <div className={classes.after}>{after}</div>}
      {building && (
        <Suspense fallback={null}>
          <FilterBuilder
            fields={offered}
            filter={filter}
            onChange={onChange}
            onClose={() => setBuilding(false)}
            {...(picker ? { picker } : {})}
          />
        </Suspense>
      )}
    </div>
  )
}

type ChipProps = {
  field: Field
  filter: Filter | undefined
  opened: boolean
  onOpened: (open: boolean) => void
  onChange: (filter: Filter | undefined) => void
  picker?: FilterPicker
}

function Chip({ field, filter, opened, onOpened, onChange, picker }: ChipProps) {
  const { say } = useLanguage()
  return (
    <div className={classes.chip} data-set={filter !== undefined || undefined}>
      <PanelButton
        label={field.label}
        opened={opened}
        onOpened={onOpened}
        position="bottom-start"
        className={classes.dropdown}
        panel={() => (
          <FilterEditor field={field} filter={filter} onChange={onChange} onDone={() => onOpened(false)} {...(picker ? { picker } : {})} />
        )}
      >
        <UnstyledButton className={classes.name}>
          {field.label}
          {filter && <strong>{inWords(field, filter, say)}</strong>}
          {!filter && <IconChevronDown size={13} aria-hidden="true" />}
        </UnstyledButton>
      </PanelButton>
      {filter && (
        <ActionIcon size={24} aria-label={`${say('remove')} ${field.label}`} onClick={() => onChange(undefined)}>
          <IconX size={13} />
        </ActionIcon>
      )}
    </div>
  )
}
