import { ActionIcon, Menu, Popover, Tooltip } from '@mantine/core'
import { ColumnChooser, type Density, type Field, type ShownColumn, type ViewState } from '@lintel/ui'
import { IconBaselineDensityMedium, IconCheck, IconColumns3 } from '@tabler/icons-react'
import { Suspense, useState } from 'react'
import { useWords } from '../words/words.ts'

type LayoutMenuProps = {
  fields: readonly Field[]
  columns: readonly ShownColumn[]
  view: ViewState
  onChange: (changes: Partial<ViewState>) => void
}

/** How the list stands: which columns, how high the rows, whether long texts wrap. */
export function LayoutMenu({ fields, columns, view, onChange }: LayoutMenuProps) {
  const { say } = useWords()
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
