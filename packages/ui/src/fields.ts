import type { Tone } from './StateDot.tsx'

export type FieldType = 'text' | 'number' | 'money' | 'moment' | 'day' | 'clock' | 'state' | 'person' | 'choice' | 'flag'
export type Choice = { value: string; label: string; tone?: Tone }

/** One line of the API's registry, with its label in the reader's language: the column, its filter, its sort. */
export type Field = {
  key: string
  label: string
  type: FieldType
  sortable?: boolean
  filterable?: boolean
  /** Whether it may say nothing, so that being empty can be asked for. */
  maybeEmpty?: boolean
  pinned?: 'left' | 'right'
  width?: number
  choices?: readonly Choice[]
}

export type Row = { id: string; [key: string]: unknown }
export type Sort = { key: string; down: boolean }
