import { ActionIcon, Button, Checkbox, ScrollArea, SegmentedControl } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconGripVertical } from '@tabler/icons-react'
import { useState } from 'react'
import type { Field } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import type { ShownColumn } from '../view.ts'
import classes from './ColumnChooser.module.css'
import { hidden, movedBy, movedTo, pinned, shown } from './layout.ts'

type ColumnChooserProps = {
  fields: readonly Field[]
  columns: readonly ShownColumn[]
  onColumns: (columns: readonly ShownColumn[]) => void
  /** Back to how the list shows its columns by itself. */
  onReset: () => void
}

/** Which columns are shown, in which order, frozen at which edge: dragged, or moved with the arrows. */
export default function ColumnChooser({ fields, columns, onColumns, onReset }: ColumnChooserProps) {
  const { say } = useLanguage()
  const [dragged, setDragged] = useState<string>()
  const label = (key: string) => fields.find((field) => field.key === key)?.label ?? key
  const standing = columns.filter(({ key }) => fields.some((field) => field.key === key))
  const rest = fields.filter(({ key }) => !columns.some((each) => each.key === key))
  return (
    <div className={classes.chooser}>
      <ScrollArea.Autosize mah="min(60vh, 480px)" type="auto">
        <ul aria-label={say('columns')}>
          {standing.map(({ key, pin }) => (
            <li
              key={key}
              draggable
              data-dragged={dragged === key || undefined}
              onDragStart={(event) => {
                event.dataTransfer.effectAllowed = 'move'
                event.dataTransfer.setData('text/plain', label(key))
                setDragged(key)
              }}
              onDragOver={(event) => event.preventDefault()}
              onDrop={(event) => {
                event.preventDefault()
                if (dragged) onColumns(movedTo(columns, dragged, key))
              }}
              onDragEnd={() => setDragged(undefined)}
            >
              <IconGripVertical size={14} aria-hidden="true" className={classes.grip} />
              <Checkbox
                size="xs"
                label={label(key)}
                checked
                disabled={standing.length < 2}
                onChange={() => onColumns(hidden(columns, key))}
                className={classes.name}
              />
              <SegmentedControl
                size="xs"
                aria-label={`${label(key)} ${say('pin')}`}
                value={pin ?? 'none'}
                data={[
                  { value: 'left', label: say('pinShortLeft') },
                  { value: 'none', label: say('pinShortNone') },
                  { value: 'right', label: say('pinShortRight') },
                ]}
                onChange={(value) => onColumns(pinned(columns, key, value === 'left' || value === 'right' ? value : undefined))}
              />
              <ActionIcon size={24} aria-label={`${say('moveUp')} ${label(key)}`} onClick={() => onColumns(movedBy(columns, key, -1))}>
                <IconArrowUp size={14} />
              </ActionIcon>
              <ActionIcon size={24} aria-label={`${say('moveDown')} ${label(key)}`} onClick={() => onColumns(movedBy(columns, key, 1))}>
                <IconArrowDown size={14} />
              </ActionIcon>
            </li>
          ))}
          {rest.map(({ key }) => (
            <li key={key}>
              <span className={classes.grip} />
              <Checkbox
                size="xs"
                label={label(key)}
                checked={false}
                onChange={() => onColumns(shown(columns, key))}
                className={classes.name}
              />
            </li>
          ))}
        </ul>
      </ScrollArea.Autosize>
      <Button variant="subtle" onClick={onReset}>
        {say('usualColumns')}
      </Button>
    </div>
  )
}
