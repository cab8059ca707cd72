import { Button, TextInput } from '@mantine/core'
import { DataTable, type DataTableProps } from '@lintel/ui'
import { useWords } from '../words/words.ts'
import { useEditing, type EditableField } from './editing.ts'

/** The table while its cells can be changed: why they are, and the way out. P-4: a correction has its reason. */
export function EditableTable({ fields, onDone, ...table }: DataTableProps & { fields: readonly EditableField[]; onDone: () => void }) {
  const { t } = useWords()
  const { editing, asksReason, reason, setReason } = useEditing(fields)
  const bar = (
    <>
      <strong>{t('list.editing')}</strong>
      {asksReason && (
        <TextInput
          aria-label={t('list.reason')}
          placeholder={t('list.reasonHint')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
          miw={260}
          aria-required
        />
      )}
      <Button variant="default" onClick={onDone}>
        {t('list.editingDone')}
      </Button>
    </>
  )
  return <DataTable {...table} fields={fields} editing={{ ...editing, bar }} />
}
