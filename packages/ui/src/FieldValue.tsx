import { Fragment } from 'react'
import { figure } from './amounts.ts'
import type { Field } from './fields.ts'
import { useLanguage } from './language.tsx'
import { Moment } from './Moment.tsx'
import { Money, Nothing, type MoneyValue } from './Money.tsx'
import { PersonName, type PersonValue } from './PersonName.tsx'
import { RunningClock, type ClockValue } from './RunningClock.tsx'
import { StateDot } from './StateDot.tsx'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isMoney = (value: unknown): value is MoneyValue => isRecord(value) && typeof value['amount'] === 'string'
const isPerson = (value: unknown): value is PersonValue => isRecord(value) && typeof value['name'] === 'string'
const isClock = (value: unknown): value is ClockValue => isRecord(value) && typeof value['dueAt'] === 'string'

/** A value as its field's type shows it: one way for rows, cards and facts. */
export function FieldValue({ field, value }: { field: Pick<Field, 'type' | 'choices'>; value: unknown }) {
  const { language, say } = useLanguage()
  if (value === null || value === undefined || value === '') return <Nothing />
  switch (field.type) {
    case 'money':
      return isMoney(value) ? <Money of={value} /> : <Nothing />
    case 'moment':
      return typeof value === 'string' ? <Moment at={value} /> : <Nothing />
    case 'day':
      return typeof value === 'string' ? <Moment at={value} as="day" /> : <Nothing />
    case 'clock':
      return isClock(value) ? <RunningClock of={value} /> : <Nothing />
    case 'person':
      return isPerson(value) ? <PersonName of={value} /> : <Nothing />
    case 'state': {
      const choice = field.choices?.find((each) => each.value === value)
      return <StateDot word={choice?.label ?? String(value)} tone={choice?.tone ?? 'gray'} />
    }
    case 'choice': {
      const values: readonly unknown[] = Array.isArray(value) ? value : [value]
      return values.map((each, n) => (
        <Fragment key={String(each)}>
          {n > 0 && '、'}
          {field.choices?.find((choice) => choice.value === each)?.label ?? String(each)}
        </Fragment>
      ))
    }
    case 'flag':
      return say(value === true ? 'yes' : 'no')
    case 'number':
      return typeof value === 'number' ? <span className="figures">{figure(value, language)}</span> : String(value)
    case 'text':
      return isRecord(value) ? String(value['name'] ?? value['title'] ?? value['number'] ?? '') : String(value)
  }
}
