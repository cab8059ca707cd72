import { ActionIcon, Button, Checkbox, InputWrapper, Select, Textarea, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { lazy, Suspense, useId, useRef, type ReactNode } from 'react'
import { readMoney, showTyped } from './amounts.ts'
import { figuresHint } from './figures-hint.ts'
import type { Input, Typed } from './inputs.ts'
import { useLanguage } from './language.tsx'
import { MomentInput } from './MomentInput.tsx'
import classes from './InputField.module.css'
import { Picker, type Picked } from './Picker.tsx'

// most forms ask for no file, and hardly any for a signature
const EvidenceInput = lazy(() => import('./EvidenceInput.tsx'))
const SignaturePad = lazy(async () => ({ default: (await import('./SignaturePad.tsx')).SignaturePad }))

/** Undefined where too little was typed to look for. */
export type Find = (noun: string, text: string) => Promise<readonly Picked[] | undefined>

export type InputFieldProps = {
  input: Input
  path: string
  typed: unknown
  errors: Readonly<Record<string, string>>
  onChange: (typed: unknown) => void
  find?: Find | undefined
  autoFocus?: boolean
  /** What a record's picker offers when nothing is found. */
  otherwise?: (typed: string) => ReactNode
}

const text = (typed: unknown) => (typeof typed === 'string' ? typed : '')
const isPicked = (value: unknown): value is Picked => typeof value === 'object' && value !== null && 'value' in value

/** One declared input, as its kind is typed. */
export function InputField({ input, path, typed, errors, onChange, find, autoFocus = false, otherwise }: InputFieldProps) {
  const { language, say } = useLanguage()
  const error = errors[path]
  const common = {
    label: input.label,
    name: path,
    'data-path': path,
    withAsterisk: input.required,
    'aria-required': input.required,
    'data-autofocus': autoFocus || undefined,
    ...(error ? { error } : {}),
    ...(input.hint ? { description: input.hint } : {}),
    ...(input.placeholder ? { placeholder: input.placeholder } : {}),
  }
  switch (input.kind) {
    case 'text':
    case 'number':
    case 'quantity':
      return (
        <TextInput
          {...common}
          inputMode={input.kind === 'text' ? 'text' : 'decimal'}
          value={text(typed)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'drawing':
      return (
        <Suspense>
          <SignaturePad
            label={input.label}
            required={input.required}
            error={error}
            value={text(typed)}
            onChange={onChange}
            {...(input.hint ? { hint: input.hint } : {})}
          />
        </Suspense>
      )
    case 'longText':
    case 'texts':
      return (
        <Textarea
          {...common}
          autosize
          minRows={3}
          maxRows={12}
          value={text(typed)}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )
    case 'money': {
      const amount = readMoney(text(typed))
      return (
        <TextInput
          {...common}
          inputMode="decimal"
          leftSection={<span aria-hidden="true">¥</span>}
          description={(amount && figuresHint(amount, language)) ?? input.hint}
          inputWrapperOrder={['label', 'input', 'description', 'error']}
          styles={{ input: { fontVariantNumeric: 'tabular-nums' } }}
          value={text(typed)}
          onChange={(event) => onChange(event.currentTarget.value)}
          onBlur={() => amount && onChange(showTyped(amount))}
        />
      )
    }
    case 'moment':
    case 'day':
      return (
        <MomentInput
          label={input.label}
          name={path}
          of={input.kind}
          value={text(typed)}
          onChange={onChange}
          required={input.required}
          error={error}
          autoFocus={autoFocus}
          {...(input.hint ? { hint: input.hint } : {})}
        />
      )
    case 'choice':
      return (input.choices?.length ?? 0) <= 6 ? (
        <Options input={input} error={error} chosen={text(typed)} onChange={onChange} path={path} />
      ) : (
        <Select
          {...common}
          searchable
          clearable={!input.required}
          clearButtonProps={{ 'aria-label': `${say('clear')} ${input.label}` }}
          nothingFoundMessage={say('pickNone')}
          data={(input.choices ?? []).map(({ value, label }) => ({ value, label }))}
          value={text(typed) || null}
          onChange={(value) => onChange(value ?? '')}
        />
      )
    case 'choices':
      return (
        <Checkbox.Group {...common} value={Array.isArray(typed) ? typed.map(String) : []} onChange={onChange}>
          <div className={classes.checks}>
            {input.choices?.map((choice) => (
              <Checkbox key={choice.value} size="xs" value={choice.value} label={choice.label} />
            ))}
          </div>
        </Checkbox.Group>
      )
    case 'flag':
      return (
        <Options
          input={{
            ...input,
            choices: [
              { value: 'yes', label: say('yes') },
              { value: 'no', label: say('no') },
            ],
          }}
          error={error}
          chosen={typed === true ? 'yes' : typed === false ? 'no' : ''}
          onChange={(value) => onChange(value === '' ? undefined : value === 'yes')}
          path={path}
        />
      )
    case 'record':
      return (
        <Picker
          label={input.label}
          name={path}
          required={input.required}
          error={error}
          hint={input.hint}
          autoFocus={autoFocus}
          {...(input.placeholder ? { placeholder: input.placeholder } : {})}
          value={isPicked(typed) ? typed : undefined}
          onChange={onChange}
          find={async (said) => (find ? find(input.of ?? input.name, said) : [])}
          {...(otherwise ? { otherwise } : {})}
        />
      )
    case 'records': {
      const picked = Array.isArray(typed) ? typed.filter(isPicked) : []
      return (
        <div className={classes.lines}>
          <Picker
            label={input.label}
            name={path}
            required={input.required}
            error={error}
            hint={input.hint}
            value={undefined}
            onChange={(one) => one && !picked.some((each) => each.value === one.value) && onChange([...picked, one])}
            find={async (said) => (find ? find(input.of ?? input.name, said) : [])}
          />
          {picked.map((each) => (
            <div key={each.value} className={classes.picked}>
              {each.label}
              <ActionIcon
                size={22}
                aria-label={`${say('remove')} ${each.label}`}
                onClick={() => onChange(picked.filter((other) => other.value !== each.value))}
              >
                <IconTrash size={14} />
              </ActionIcon>
            </div>
          ))}
        </div>
      )
    }
    case 'evidence':
      return (
        <Suspense>
          <EvidenceInput input={input} path={path} typed={typed} errors={errors} onChange={onChange} />
        </Suspense>
      )
    case 'lines':
      return <Lines input={input} path={path} typed={typed} errors={errors} onChange={onChange} find={find} />
  }
}

/** A few choices lie open: one key or one touch, no menu. */
function Options({
  input,
  chosen,
  onChange,
  error,
  path,
}: {
  input: Input
  chosen: string
  onChange: (value: string) => void
  error: ReactNode
  path: string
}) {
  const id = useId()
  return (
    <InputWrapper
      label={input.label}
      withAsterisk={input.required}
      error={error}
      description={input.hint}
      size="sm"
      labelElement="div"
      labelProps={{ id }}
    >
      <div className={classes.options} role="radiogroup" aria-labelledby={id} aria-required={input.required}>
        {input.choices?.map((choice) => (
          <label key={choice.value} className={classes.option} data-chosen={choice.value === chosen || undefined}>
            <input
              type="radio"
              name={path}
              value={choice.value}
              checked={choice.value === chosen}
              onChange={() => onChange(choice.value)}
              onClick={() => choice.value === chosen && !input.required && onChange('')}
            />
            {choice.label}
          </label>
        ))}
      </div>
    </InputWrapper>
  )
}

function Lines({ input, path, typed, errors, onChange, find }: Omit<InputFieldProps, 'autoFocus'>) {
  const { say } = useLanguage()
  const lines: readonly Typed[] = Array.isArray(typed) ? typed : input.required ? [{}] : []
  // files of several lines may come before the page is drawn again
  const now = useRef(lines)
  now.current = lines
  const set = (n: number, name: string, value: unknown) => {
    now.current = now.current.map((line, at) => (at === n ? { ...line, [name]: value } : line))
    onChange(now.current)
  }
  return (
    <fieldset className={classes.fieldset}>
      <legend>
        {input.label}
        {input.required && <span aria-hidden="true"> *</span>}
      </legend>
      {input.hint && <p className={classes.hint}>{input.hint}</p>}
      {errors[path] && (
        <p className={classes.error} role="alert">
          {errors[path]}
        </p>
      )}
      {lines.map((line, n) => (
        // lines have no identity but their place
        <div key={n} className={classes.line}>
          <div className={classes.lineInputs}>
            {input.inputs?.map((each) => (
              <InputField
                key={each.name}
                input={each}
                path={`${path}.${n}.${each.name}`}
                typed={line[each.name]}
                errors={errors}
                onChange={(value) => set(n, each.name, value)}
                find={find}
              />
            ))}
          </div>
          {(lines.length > 1 || !input.required) && (
            <ActionIcon aria-label={`${say('remove')} ${input.label} ${n + 1}`} onClick={() => onChange(lines.filter((_, at) => at !== n))}>
              <IconTrash size={16} />
            </ActionIcon>
          )}
        </div>
      ))}
      <Button variant="default" leftSection={<IconPlus size={14} aria-hidden="true" />} onClick={() => onChange([...lines, {}])}>
        {say('add')}
      </Button>
    </fieldset>
  )
}
