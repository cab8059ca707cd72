import type { Field } from '../fields.ts'
import type { Say } from '../language.tsx'
import { dateOf, timeOf } from '../moments.ts'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null

/**
 * A value as text another program reads: amounts without unit and thousands, times as 2026-11-23 14:05 in the company's zone,
 * everything else as it is shown.
 */
export const textOf = (field: Pick<Field, 'type' | 'choices'>, value: unknown, say: Say): string => {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'money':
      return isRecord(value) ? String(value['amount'] ?? '') : ''
    case 'moment':
      return typeof value === 'string' ? `${dateOf(value)} ${timeOf(value)}` : ''
    case 'clock':
      return isRecord(value) && typeof value['dueAt'] === 'string' ? `${dateOf(value['dueAt'])} ${timeOf(value['dueAt'])}` : ''
    case 'day':
      return String(value)
    case 'flag':
      return say(value === true ? 'yes' : 'no')
    case 'state':
    case 'choice':
      return (Array.isArray(value) ? value : [value])
        .map((each) => field.choices?.find((choice) => choice.value === each)?.label ?? String(each))
        .join('、')
    case 'number':
      return String(value)
    case 'person':
    case 'text':
      return isRecord(value) ? String(value['name'] ?? value['title'] ?? value['number'] ?? '') : String(value)
  }
}
