import { InputField, type Field, type Picked } from '@lintel/ui'
import { useState } from 'react'
import { useFind } from '../find/find.ts'

const names = new Map<string, string>()

/** Records to filter by, found as they are found in a form. */
export function RefFilter({
  field,
  values,
  onChange,
}: {
  field: Field & { of?: string }
  values: readonly string[]
  onChange: (values: readonly string[]) => void
}) {
  const find = useFind()
  const [picked, setPicked] = useState<readonly Picked[]>(() => values.map((value) => ({ value, label: names.get(value) ?? '…' })))
  return (
    <div style={{ inlineSize: 280 }}>
      <InputField
        input={{ name: field.key, label: field.label, kind: 'records', of: field.of ?? 'person', required: false }}
        path={field.key}
        typed={picked}
        errors={{}}
        autoFocus
        find={find}
        onChange={(typed) => {
          const chosen = Array.isArray(typed) ? (typed as readonly Picked[]) : []
          for (const each of chosen) names.set(each.value, each.label)
          setPicked(chosen)
          onChange(chosen.map((each) => each.value))
        }}
      />
    </div>
  )
}
