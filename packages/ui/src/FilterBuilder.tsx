import { ActionIcon, Button, Group, Modal, NativeSelect, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { Field } from './fields.ts'
import { asksNothing, groupOf, isCondition, modeOf, modes, onlyWith, partsOf, type Mode } from './filter-tree.ts'
import { inWords } from './filter-words.ts'
import { emptyFilter, saysNothing, shapesOf, type Filter } from './filters.ts'
import FilterEditor from './FilterEditor.tsx'
import type { FilterPicker } from './FilterBar.tsx'
import classes from './FilterBar.module.css'
import { useLanguage, type UiWord } from './language.tsx'
import { PanelButton } from './over/PanelButton.tsx'
import type { Condition, FilterGroup, FilterTree } from './view.ts'

const modeWords: Readonly<Record<Mode, UiWord>> = { and: 'filterAllOf', or: 'filterAnyOf', nor: 'filterNoneOf' }
/** Groups within groups within groups are as much as anybody reads. */
const deepest = 3

type Parts = { fields: readonly Field[]; picker?: FilterPicker; onInner: (open: boolean) => void }

const firstCondition = (field: Field): Condition => ({ key: field.key, filter: emptyFilter(shapesOf(field)[0] ?? 'contains') })
/** Looking at a condition that asks for nothing changes nothing. */
const finished = (tree: FilterTree) => onlyWith(tree, ({ filter }) => !saysNothing(filter))

/** All of a filter: conditions and groups of them, any deep; nothing changes until it is applied. */
export default function FilterBuilder({
  fields,
  filter,
  onChange,
  onClose,
  picker,
}: Omit<Parts, 'onInner'> & { filter: FilterTree; onChange: (filter: FilterTree) => void; onClose: () => void }) {
  const { say } = useLanguage()
  // Escape closes what is open in it first
  const [inner, setInner] = useState(false)
  const [built, setBuilt] = useState<FilterGroup>(() => (isCondition(filter) ? { and: [filter] } : filter))
  return (
    <Modal
      opened
      onClose={onClose}
      closeOnEscape={!inner}
      title={say('filterBuilder')}
      size="lg"
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <GroupOf group={built} depth={1} fields={fields} onChange={setBuilt} onInner={setInner} {...(picker ? { picker } : {})} />
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={() => setBuilt({ and: [] })} disabled={asksNothing(built) && partsOf(built).length === 0}>
          {say('clearFilters')}
        </Button>
        <Button
          onClick={() => {
            onChange(finished(built))
            onClose()
          }}
        >
          {say('apply')}
        </Button>
      </Group>
    </Modal>
  )
}

function GroupOf({
  group,
  depth,
  fields,
  picker,
  onInner,
  onChange,
  onRemove,
}: Parts & { group: FilterGroup; depth: number; onChange: (group: FilterGroup) => void; onRemove?: () => void }) {
  const { say } = useLanguage()
  const mode = modeOf(group)
  const parts = partsOf(group)
  const [first] = fields
  const put = (n: number, part: FilterTree | undefined) =>
    onChange(groupOf(mode, part ? parts.with(n, part) : parts.filter((_, other) => other !== n)))
  const add = (part: FilterTree) => onChange(groupOf(mode, [...parts, part]))
  return (
    <fieldset className={classes.group}>
      <legend className={classes.row}>
        <NativeSelect
          aria-label={say('filterMode')}
          value={mode}
          data={modes.map((value) => ({ value, label: say(modeWords[value]) }))}
          onChange={(event) => onChange(groupOf(event.currentTarget.value as Mode, parts))}
        />
        {onRemove && (
          <ActionIcon aria-label={say('filterRemoveGroup')} onClick={onRemove}>
            <IconX size={14} />
          </ActionIcon>
        )}
      </legend>
      {parts.map((part, n) =>
        isCondition(part) ? (
          <ConditionOf
            key={n}
            condition={part}
            fields={fields}
            onInner={onInner}
            onChange={(next) => put(n, next)}
            onRemove={() => put(n, undefined)}
            {...(picker ? { picker } : {})}
          />
        ) : (
          <GroupOf
            key={n}
            group={part}
            depth={depth + 1}
            fields={fields}
            onInner={onInner}
            onChange={(next) => put(n, next)}
            onRemove={() => put(n, undefined)}
            {...(picker ? { picker } : {})}
          />
        ),
      )}
      <div className={classes.row}>
        <Button variant="subtle" disabled={!first} onClick={() => first && add(firstCondition(first))}>
          {say('filterAddCondition')}
        </Button>
        {depth < deepest && first && (
          <Button variant="subtle" color="gray" onClick={() => add(groupOf(mode === 'and' ? 'or' : 'and', [firstCondition(first)]))}>
            {say('filterAddGroup')}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

function ConditionOf({
  condition: { key, filter },
  fields,
  picker,
  onInner,
  onChange,
  onRemove,
}: Parts & { condition: Condition; onChange: (condition: Condition) => void; onRemove: () => void }) {
  const { say } = useLanguage()
  const [opened, setOpened] = useState(false)
  const open = (now: boolean) => {
    setOpened(now)
    onInner(now)
  }
  const field = fields.find((each) => each.key === key)
  if (!field) return null
  const set = (next: Filter) => onChange({ key, filter: next })
  return (
    <div className={classes.row} role="group" aria-label={field.label}>
      <NativeSelect
        aria-label={say('filterField')}
        value={key}
        data={fields.map(({ key: value, label }) => ({ value, label }))}
        onChange={(event) => {
          const chosen = fields.find((each) => each.key === event.currentTarget.value)
          if (chosen) onChange(firstCondition(chosen))
        }}
      />
      <PanelButton
        label={say('filterValue')}
        opened={opened}
        onOpened={open}
        position="bottom-start"
        className={classes.dropdown}
        panel={() => (
          <FilterEditor field={field} filter={filter} onChange={set} onDone={() => open(false)} {...(picker ? { picker } : {})} />
        )}
      >
        <UnstyledButton className={classes.value} aria-label={say('filterValue')}>
          {saysNothing(filter) ? <span className={classes.unset}>{say('filterChoose')}</span> : inWords(field, filter, say)}
          <IconChevronDown size={13} aria-hidden="true" />
        </UnstyledButton>
      </PanelButton>
      <ActionIcon aria-label={`${say('remove')} ${field.label}`} onClick={onRemove}>
        <IconX size={14} />
      </ActionIcon>
    </div>
  )
}
