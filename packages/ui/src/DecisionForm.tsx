import { Button } from '@mantine/core'
import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent, type ReactNode } from 'react'
import classes from './DecisionForm.module.css'
import { useDraft } from './drafts.ts'
import { InputField, type Find } from './InputField.tsx'
import { readInputs, type Input, type Typed } from './inputs.ts'
import { useLanguage } from './language.tsx'
import { Refusal } from './Refusal.tsx'

/** What came of sending: done, or a "no" that leaves everything typed where it is. */
export type Sent = { done: true } | { done: false; message: string; fields?: Readonly<Record<string, string>>; detail?: ReactNode }

export type DecisionFormProps = {
  inputs: readonly Input[]
  onSend: (values: Record<string, unknown>) => Promise<Sent>
  sendLabel: string
  grave?: boolean
  initial?: Typed
  /** Kept under this name until sent. */
  draftKey?: string
  find?: Find
  onCancel?: () => void
  /** What the person should see before deciding. */
  before?: ReactNode
  columns?: 1 | 2
}

export function DecisionForm({
  inputs,
  onSend,
  sendLabel,
  grave = false,
  initial = {},
  draftKey,
  find,
  onCancel,
  before,
  columns = 1,
}: DecisionFormProps) {
  const { say } = useLanguage()
  const draft = useDraft<Typed>(draftKey, initial)
  // one begins where something is still to be said
  const [start] = useState(() =>
    Math.max(
      0,
      inputs.findIndex(({ name }) => (draft.value[name] ?? '') === ''),
    ),
  )
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({})
  const [refusal, setRefusal] = useState<{ message: string; detail?: ReactNode }>()
  const [sending, setSending] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => {
      alive.current = false
    }
  }, [])

  const focusFirst = (path: string | undefined) => {
    if (path === undefined) return
    const named = (each: Element) =>
      each.getAttribute('data-path') ?? (each.getAttribute('type') === 'hidden' ? null : each.getAttribute('name'))
    const field = [...(form.current?.elements ?? [])].find((each) => named(each) === path || named(each)?.startsWith(`${path}.`))
    if (field instanceof HTMLElement) field.focus()
  }

  const send = async (event?: FormEvent) => {
    event?.preventDefault()
    if (sending) return
    const { values, problems } = readInputs(inputs, draft.value, Date.now())
    const found = Object.fromEntries(problems.map(({ path, word }) => [path, say(word)]))
    setErrors(found)
    setRefusal(undefined)
    if (problems.length > 0) {
      focusFirst(problems[0]?.path)
      return
    }
    setSending(true)
    const sent = await onSend(values)
    if (sent.done) draft.forget(initial)
    if (!alive.current) return
    setSending(false)
    if (sent.done) return
    setErrors(sent.fields ?? {})
    setRefusal({ message: sent.message, ...(sent.detail === undefined ? {} : { detail: sent.detail }) })
    focusFirst(Object.keys(sent.fields ?? {})[0])
  }

  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault()
      void send()
    }
  }

  return (
    <form ref={form} className={classes.form} onSubmit={(event) => void send(event)} onKeyDown={press} noValidate>
      {before}
      {draft.restored && (
        <div className={classes.kept} role="status">
          {say('draftKept')}
          <Button variant="subtle" onClick={() => draft.forget(initial)}>
            {say('draftDiscard')}
          </Button>
        </div>
      )}
      {refusal && <Refusal message={refusal.message}>{refusal.detail}</Refusal>}
      <div className={classes.inputs} data-columns={columns}>
        {inputs.map((input, n) => (
          <div key={input.name} data-wide={input.kind === 'longText' || input.kind === 'lines' || input.kind === 'evidence' || undefined}>
            <InputField
              input={input}
              path={input.name}
              typed={draft.value[input.name]}
              errors={errors}
              onChange={(typed) => {
                draft.change((was) => ({ ...was, [input.name]: typed }))
                setErrors(({ [input.name]: _, ...others }) => others)
              }}
              find={find}
              autoFocus={n === start}
            />
          </div>
        ))}
      </div>
      <div className={classes.actions}>
        <Button type="submit" loading={sending} variant="filled" {...(grave ? { color: 'red.9' } : {})}>
          {sendLabel}
        </Button>
        {onCancel && (
          <Button variant="default" onClick={onCancel}>
            {say('cancel')}
          </Button>
        )}
        <span className={classes.keys}>Ctrl ⏎</span>
      </div>
    </form>
  )
}
