import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core'
import { ColumnChooser, type Density, type Field, type ShownColumn, type ViewState } from '@lintel/ui'
import { IconBaselineDensityMedium, IconCheck, IconColumns3, IconLayoutList } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../words/words.ts'

/** By so many fields at once the API groups. */
const mostLevels = 3

type LayoutMenuProps = {
  fields: readonly (Field & { groupable?: boolean })[]
  /** Whether the list has groups. */
  grouped: boolean
  columns: readonly ShownColumn[]
  view: ViewState
  onChange: (changes: Partial<ViewState>) => void
}

/** How the list stands: which columns, how high the rows, whether long texts wrap. */
export function LayoutMenu({ fields, grouped, columns, view, onChange }: LayoutMenuProps) {
  const { t, say } = useWords()
  const [choosing, setChoosing] = useState(false)
  const names: Record<Density, string> = { dense: say('density32'), medium: say('density40'), wide: say('density52') }
  const order: readonly Density[] = ['dense', 'medium', 'wide']
  return (
    <>
      <Popover opened={choosing} onChange={setChoosing} position="bottom-end" trapFocus returnFocus>
        <Popover.Target>
          <Tooltip label={say('columns')}>
            <ActionIcon aria-label={say('columns')} aria-expanded={choosing} onClick={() => setChoosing(!choosing)}>
              <IconColumns3 size={16} />
            </ActionIcon>
          </Tooltip>
        </Popover.Target>
        <Popover.Dropdown>
          <Suspense fallback={null}>
            <ColumnChooser
              fields={fields}
              columns={columns}
              onColumns={(next) => onChange({ columns: next })}
              onReset={() => onChange({ columns: [] })}
            />
          </Suspense>
        </Popover.Dropdown>
      </Popover>
      {grouped && (
        <Menu position="bottom-end" closeOnItemClick={false}>
          <Menu.Target>
            <Tooltip label={t('list.groupBy')}>
              <ActionIcon aria-label={t('list.groupBy')} color={view.groups.length > 0 ? 'lake' : 'gray'}>
                <IconLayoutList size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            {fields
              .filter(({ groupable }) => groupable)
              .map(({ key, label }) => {
                const at = view.groups.indexOf(key)
                return (
                  <Menu.Item
                    key={key}
                    disabled={at === -1 && view.groups.length >= mostLevels}
                    fw={at === -1 ? 400 : 600}
                    aria-current={at !== -1 || undefined}
                    rightSection={at === -1 ? undefined : view.groups.length > 1 ? at + 1 : <IconCheck size={14} aria-hidden="true" />}
                    onClick={() => onChange({ groups: at === -1 ? [...view.groups, key] : view.groups.filter((each) => each !== key) })}
                  >
                    {label}
                  </Menu.Item>
                )
              })}
            <Menu.Divider />
            <Menu.Item disabled={view.groups.length === 0} onClick={() => onChange({ groups: [] })}>
              {t('list.groupNone')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <Tooltip label={say('density')}>
            <ActionIcon aria-label={say('density')}>
              <IconBaselineDensityMedium size={16} />
            </ActionIcon>
          </Tooltip>
        </Menu.Target>
        <Menu.Dropdown>
          {order.map((each) => (
            <Menu.Item
              key={each}
              onClick={() => onChange({ density: each })}
              aria-current={each === view.density || undefined}
              fw={each === view.density ? 600 : 400}
            >
              {names[each]}
            </Menu.Item>
          ))}
          <Menu.Divider />
          <Menu.Item
            aria-current={view.wrap || undefined}
            rightSection={view.wrap ? <IconCheck size={14} aria-hidden="true" /> : undefined}
            fw={view.wrap ? 600 : 400}
            onClick={() => onChange({ wrap: !view.wrap })}
          >
            {say('wrap')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
