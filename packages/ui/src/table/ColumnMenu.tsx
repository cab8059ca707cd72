import { Menu } from '@mantine/core'
import {
  IconArrowAutofitWidth,
  IconArrowDown,
  IconArrowLeft,
  IconArrowRight,
  IconArrowUp,
  IconEyeOff,
  IconPinnedOff,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
} from '@tabler/icons-react'
import type { Field, Sort } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import type { ShownColumn } from '../view.ts'
import { hidden, movedBy, pinned, resized } from './layout.ts'

type ColumnMenuProps = {
  /** The column's key, and what it is opened at. */
  of: string
  at: HTMLElement
  fields: readonly Field[]
  columns: readonly ShownColumn[]
  onColumns: (columns: readonly ShownColumn[]) => void
  onFit: () => void
  sort: readonly Sort[]
  onSort: ((key: string, add: boolean) => void) | undefined
  onClose: () => void
}

/** Everything that can be done to one column, by mouse or by keyboard. */
export default function ColumnMenu({ of, at, fields, columns, onColumns, onFit, sort, onSort, onClose }: ColumnMenuProps) {
  const { say } = useLanguage()
  const field = fields.find(({ key }) => key === of)
  const pin = columns.find(({ key }) => key === of)?.pin
  const rect = at.getBoundingClientRect()
  const icon = { size: 15, 'aria-hidden': true } as const
  const change = (next: readonly ShownColumn[]) => () => onColumns(next)
  const sorted = sort.find(({ key }) => key === of)
  return (
    <Menu opened onClose={onClose} position="bottom-start" trapFocus returnFocus={false}>
      <Menu.Target>
        <span
          style={{ position: 'fixed', left: rect.left, top: rect.top, width: rect.width, height: rect.height, pointerEvents: 'none' }}
        />
      </Menu.Target>
      <Menu.Dropdown aria-label={field?.label}>
        {field?.sortable && onSort && (
          <Menu.Item
            leftSection={sorted && !sorted.down ? <IconArrowDown {...icon} /> : <IconArrowUp {...icon} />}
            onClick={() => onSort(of, sort.length > 0)}
          >
            {say(sorted ? (sorted.down ? 'sortOff' : 'sortDown') : 'sortUp')}
          </Menu.Item>
        )}
        {pin !== 'left' && (
          <Menu.Item leftSection={<IconLayoutSidebar {...icon} />} onClick={change(pinned(columns, of, 'left'))}>
            {say('pinLeft')}
          </Menu.Item>
        )}
        {pin !== 'right' && (
          <Menu.Item leftSection={<IconLayoutSidebarRight {...icon} />} onClick={change(pinned(columns, of, 'right'))}>
            {say('pinRight')}
          </Menu.Item>
        )}
        {pin && (
          <Menu.Item leftSection={<IconPinnedOff {...icon} />} onClick={change(pinned(columns, of, undefined))}>
            {say('unpin')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconArrowLeft {...icon} />} onClick={change(movedBy(columns, of, -1))}>
          {say('moveLeft')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowRight {...icon} />} onClick={change(movedBy(columns, of, 1))}>
          {say('moveRight')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowAutofitWidth {...icon} />} onClick={onFit}>
          {say('fitWidth')}
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowAutofitWidth {...icon} />} onClick={change(resized(columns, of, undefined))}>
          {say('usualWidth')}
        </Menu.Item>
        <Menu.Item leftSection={<IconEyeOff {...icon} />} disabled={columns.length < 2} onClick={change(hidden(columns, of))}>
          {say('hideColumn')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
