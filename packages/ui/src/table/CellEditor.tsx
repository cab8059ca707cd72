import { Button, Group, Loader, Popover } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { Row } from '../fields.ts'
import { InputField } from '../InputField.tsx'
import { readInputs } from '../inputs.ts'
import { useLanguage } from '../language.tsx'
import type { Editing } from './editing.ts'
import classes from './CellEditor.module.css'

type CellEditorProps = {
  editing: Editing
  row: Row
  of: string
  at: HTMLElement
  onSave: (typed: unknown) => void
  onClose: () => void
}

/** A cell being changed, over the place where it stands; whoever may not is told why instead. */
export default function CellEditor({ editing, row, of, at, onSave, onClose }: CellEditorProps) {
  const { say } = useLanguage()
  const input = editing.inputs[of]
  const [typed, setTyped] = useState(() => editing.typedOf(row, of))
  const [error, setError] = useState<string>()
  const [blocked, setBlocked] = useState<string | false>()
  useEffect(() => {
    let gone = false
    void editing.blocked(row, of).then((why) => !gone && setBlocked(why ?? false))
    return () => {
      gone = true
    }
  }, [editing, row, of])
  if (!input) return null
  const save = (value: unknown) => {
    const [problem] = readInputs([input], { [input.name]: value }, Date.now()).problems
    if (problem) return setError(say(problem.word))
    onSave(value)
  }
  const rect = at.getBoundingClientRect()
  return (
    <Popover opened onClose={onClose} position="bottom-start" closeOnClickOutside={false} trapFocus offset={-rect.height}>
      <Popover.Target>
        <span
          style={{ position: 'fixed', left: rect.left, top: rect.top, width: rect.width, height: rect.height, pointerEvents: 'none' }}
        />
      </Popover.Target>
      <Popover.Dropdown className={classes.editor} miw={Math.max(240, rect.width)} aria-label={input.label}>
        {blocked === undefined ? (
          <Loader size="sm" aria-label={say('loading')} data-autofocus tabIndex={-1} />
        ) : blocked ? (
          <p role="alert">{blocked}</p>
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault()
              save(typed)
            }}
          >
            <InputField
              input={input}
              path={input.name}
              typed={typed}
              errors={error ? { [input.name]: error } : {}}
              find={editing.find}
              autoFocus
              onChange={(value) => {
                setTyped(value)
                setError(undefined)
              }}
            />
            <Group gap={6} mt={8}>
              <Button type="submit">{say('save')}</Button>
              <Button variant="subtle" color="gray" onClick={onClose}>
                {say('cancel')}
              </Button>
            </Group>
          </form>
        )}
        {blocked && (
          <Button variant="default" mt={8} data-autofocus onClick={onClose}>
            {say('close')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
