import { readMoney } from './amounts.ts'
import { readEntries } from './evidence-entries.ts'
import type { Choice } from './fields.ts'
import type { UiWord } from './language.tsx'
import { readDate, readMoment } from './moments.ts'
import type { Picked } from './Picker.tsx'

/** One thing a decision asks for, as the API declares it. */
export type Input = {
  name: string
  label: string
  kind:
    | 'text'
    | 'longText'
    | 'number'
    | 'money'
    | 'quantity'
    | 'moment'
    | 'day'
    | 'choice'
    | 'choices'
    | 'flag'
    | 'drawing'
    | 'record'
    | 'records'
    | 'texts'
    | 'lines'
    | 'evidence'
  required: boolean
  hint?: string
  placeholder?: string
  choices?: readonly Choice[]
  /** Choices that stand for numbers, such as the five grounds. */
  numeric?: boolean
  /** Which noun a `record` is picked from: it chooses the picker. */
  of?: string
  /** What each line of `lines` asks for. */
  inputs?: readonly Input[]
}

/** As typed, before it is read; this is what a draft keeps. */
export type Typed = Readonly<Record<string, unknown>>
export type Problem = { path: string; word: UiWord }

const isPicked = (value: unknown): value is Picked => typeof value === 'object' && value !== null && 'value' in value
const isLines = (value: unknown): value is readonly Typed[] => Array.isArray(value)

const readOne = (
  input: Input,
  typed: unknown,
  now: number,
  path: string,
): { value: unknown } | { problems: readonly Problem[] } | undefined => {
  const text = typeof typed === 'string' ? typed.trim() : ''
  const wrong = (word: UiWord) => ({ problems: [{ path, word }] })
  switch (input.kind) {
    case 'text':
    case 'longText':
    case 'drawing':
      return text === '' ? undefined : { value: text }
    case 'choice':
      return text === '' ? undefined : { value: input.numeric ? Number(text) : text }
    case 'number':
      return text === '' ? undefined : /^-?\d+(\.\d+)?$/u.test(text) ? { value: Number(text) } : wrong('numberWrong')
    case 'money': {
      const amount = readMoney(text)
      return text === '' ? undefined : amount ? { value: amount } : wrong('moneyWrong')
    }
    case 'quantity':
      // exact decimal text, as amounts are
      return text === '' ? undefined : /^\d{1,9}(\.\d{1,3})?$/u.test(text) ? { value: text } : wrong('numberWrong')
    case 'moment': {
      const at = readMoment(text, now)
      return text === '' ? undefined : at ? { value: at } : wrong('momentWrong')
    }
    case 'day': {
      const day = readDate(text, now)
      return text === '' ? undefined : day ? { value: day } : wrong('momentWrong')
    }
    case 'choices':
      return Array.isArray(typed) && typed.length > 0 ? { value: typed } : undefined
    case 'flag':
      return typeof typed === 'boolean' ? { value: typed } : undefined
    case 'record':
      return isPicked(typed) ? { value: typed.value } : undefined
    case 'records':
      return Array.isArray(typed) && typed.length > 0 ? { value: typed.filter(isPicked).map((each) => each.value) } : undefined
    case 'texts': {
      const lines = text.split(/[\n,，、]/u).flatMap((line) => line.trim() || [])
      return lines.length > 0 ? { value: lines } : undefined
    }
    case 'evidence': {
      const read = readEntries(typed)
      if (!read) return undefined
      return 'value' in read
        ? read
        : { problems: [{ path: read.problem === 'required' ? `${path}.${read.at}.title` : path, word: read.problem }] }
    }
    case 'lines': {
      if (!isLines(typed) || typed.length === 0) return undefined
      const lines = typed.map((line, n) => readInputs(input.inputs ?? [], line, now, `${path}.${n}.`))
      const problems = lines.flatMap((line) => line.problems)
      return problems.length > 0 ? { problems } : { value: lines.map((line) => line.values) }
    }
  }
}

/** What was typed, as the decision wants it; with what is missing or cannot be read, by field. */
export const readInputs = (
  inputs: readonly Input[],
  typed: Typed,
  now: number,
  prefix = '',
): { values: Record<string, unknown>; problems: readonly Problem[] } => {
  const values: Record<string, unknown> = {}
  const problems: Problem[] = []
  for (const input of inputs) {
    const path = `${prefix}${input.name}`
    const read = readOne(input, typed[input.name], now, path)
    if (!read) {
      if (input.required) problems.push({ path, word: 'required' })
    } else if ('problems' in read) problems.push(...read.problems)
    else values[input.name] = read.value
  }
  return { values, problems }
}
