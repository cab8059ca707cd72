import { ActionIcon } from '@mantine/core'
import { ColumnChooser, MenuButton, PanelButton, type Density, type Field, type ShownColumn, type ViewState } from '@lintel/ui'
import { IconBaselineDensityMedium, IconCheck, IconColumns3, IconLayoutList } from '@tabler/icons-react'
import { useState } from 'react'
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
      <PanelButton
        label={say('columns')}
        hint={say('columns')}
        opened={choosing}
        onOpened={setChoosing}
        panel={() => (
          <ColumnChooser
            fields={fields}
            columns={columns}
            onColumns={(next) => onChange({ columns: next })}
            onReset={() => onChange({ columns: [] })}
          />
        )}
      >
        <ActionIcon aria-label={say('columns')}>
          <IconColumns3 size={16} />
        </ActionIcon>
      </PanelButton>
      {grouped && (
        <MenuButton
          label={t('list.groupBy')}
          hint={t('list.groupBy')}
          several
          lines={() => [
            ...fields
              .filter(({ groupable }) => groupable)
              .map(({ key, label }) => {
                const at = view.groups.indexOf(key)
                return {
                  key,
                  label,
                  current: at !== -1,
                  disabled: at === -1 && view.groups.length >= mostLevels,
                  mark: at === -1 ? undefined : view.groups.length > 1 ? at + 1 : <IconCheck size={14} aria-hidden="true" />,
                  onClick: () => onChange({ groups: at === -1 ? [...view.groups, key] : view.groups.filter((each) => each !== key) }),
                }
              }),
            { divider: true },
            { label: t('list.groupNone'), disabled: view.groups.length === 0, onClick: () => onChange({ groups: [] }) },
          ]}
        >
          <ActionIcon aria-label={t('list.groupBy')} color={view.groups.length > 0 ? 'lake' : 'gray'}>
            <IconLayoutList size={16} />
          </ActionIcon>
        </MenuButton>
      )}
      <MenuButton
        label={say('density')}
        hint={say('density')}
        lines={() => [
          ...order.map((each) => ({
            key: each,
            label: names[each],
            current: each === view.density,
            onClick: () => onChange({ density: each }),
          })),
          { divider: true },
          {
            label: say('wrap'),
            current: view.wrap,
            mark: view.wrap ? <IconCheck size={14} aria-hidden="true" /> : undefined,
            onClick: () => onChange({ wrap: !view.wrap }),
          },
        ]}
      >
        <ActionIcon aria-label={say('density')}>
          <IconBaselineDensityMedium size={16} />
        </ActionIcon>
      </MenuButton>
    </>
  )
}
