import '@mantine/core/styles/NumberInput.css'
import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { readMoney } from './amounts.ts'
import type { FieldType } from './fields.ts'
import { mostDays, periods, takesNumber, type Filter, type PeriodName } from './filters.ts'
import classes from './FilterBar.module.css'
import { useLanguage } from './language.tsx'

type Done = { onDone: () => void }

export function TextFilter({ label, text, onChange, onDone }: Done & { label: string; text: string; onChange: (text: string) => void }) {
  const { say } = useLanguage()
  const [typed, setTyped] = useState(text)
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault()
        onChange(typed.trim())
        onDone()
      }}
    >
      <TextInput
        aria-label={label}
        placeholder={label}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
        data-autofocus
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  )
}

/** What was typed as the API wants it; nothing where it is empty, and what is wrong with it. */
const read = (typed: string, type: FieldType): { value?: string; wrong?: 'moneyWrong' | 'numberWrong' } => {
  const text = typed.trim()
  if (text === '') return {}
  if (type === 'money') {
    const amount = readMoney(text)
    return amount === undefined ? { wrong: 'moneyWrong' } : { value: amount }
  }
  if (type === 'number') return /^-?\d{1,9}$/u.test(text) ? { value: text } : { wrong: 'numberWrong' }
  return { value: text }
}

export function Between({
  filter,
  type,
  onChange,
  onDone,
}: Done & { filter: Extract<Filter, { is: 'between' }>; type: FieldType; onChange: (filter: Filter) => void }) {
  const { say } = useLanguage()
  const [from, setFrom] = useState(filter.from ?? '')
  const [to, setTo] = useState(filter.to ?? '')
  const [sent, setSent] = useState(false)
  const [start, end] = [read(from, type), read(to, type)]
  const error = (wrong: typeof start.wrong) => (sent && wrong ? say(wrong) : undefined)
  const kind = type === 'money' || type === 'number' ? 'text' : 'date'
  return (
    <form
      className={classes.row}
      onSubmit={(event) => {
        event.preventDefault()
        setSent(true)
        if (start.wrong || end.wrong) return
        onChange({ is: 'between', ...(start.value ? { from: start.value } : {}), ...(end.value ? { to: end.value } : {}) })
        onDone()
      }}
    >
      <TextInput
        label={say('from')}
        type={kind}
        inputMode={kind === 'text' ? 'decimal' : undefined}
        value={from}
        error={error(start.wrong)}
        onChange={(event) => setFrom(event.currentTarget.value)}
        w={140}
      />
      <TextInput
        label={say('to')}
        type={kind}
        inputMode={kind === 'text' ? 'decimal' : undefined}
        value={to}
        error={error(end.wrong)}
        onChange={(event) => setTo(event.currentTarget.value)}
        w={140}
      />
      <Button type="submit">{say('apply')}</Button>
    </form>
  )
}

/** A period that moves with the day. */
export function Within({
  filter,
  unset,
  onChange,
}: {
  filter: Extract<Filter, { is: 'within' }>
  unset: boolean
  onChange: (filter: Filter) => void
}) {
  const { say } = useLanguage()
  const choose = (of: PeriodName) => onChange(takesNumber(of) ? { is: 'within', of, n: filter.n ?? 7 } : { is: 'within', of })
  const offered = periods.map((of) => ({
    value: of as string,
    label: takesNumber(of) ? say(`period_${of}`, { count: filter.n ?? 7 }) : say(`period_${of}`),
  }))
  return (
    <div className={classes.row}>
      <NativeSelect
        aria-label={say('filterPeriod')}
        value={unset ? '' : filter.of}
        data={unset ? [{ value: '', label: say('filterChoose') }, ...offered] : offered}
        onChange={(event) => event.currentTarget.value !== '' && choose(event.currentTarget.value as PeriodName)}
      />
      {!unset && takesNumber(filter.of) && (
        <NumberInput
          aria-label={say('filterDays')}
          value={filter.n ?? 7}
          min={1}
          max={mostDays}
          clampBehavior="strict"
          w={90}
          onChange={(n) => typeof n === 'number' && onChange({ ...filter, n })}
        />
      )}
    </div>
  )
}
