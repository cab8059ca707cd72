import { readMoment } from './read-moment.ts'
import type { From, Lookup, MappingFile } from './mapping-file.ts'
import type { Line } from './lines.ts'

/** Why a line cannot be taken over: which input, and what is wrong with it. */
export type Problem = { readonly field: string; readonly problem: string }
/** The id of a record by what the file calls it. */
export type Find = (lookup: Lookup, called: string) => string | undefined

const times = ['registeredAt', 'repliedAt']
const inOneLine = ['title', 'place', 'sourceId']

const textOf = (name: string, { cut }: From, text: string) => {
  const whole = inOneLine.includes(name) ? text.replaceAll(/\s+/g, ' ').trim() : text.trim()
  return cut === undefined ? whole : whole.slice(0, cut)
}

const isProblem = (value: unknown): value is Problem => typeof value === 'object' && value !== null && 'problem' in value

const valueOf = (name: string, from: From, { cells }: Line, find: Find): unknown => {
  const raw = from.column === undefined ? from.value : cells[from.column]
  if (raw === undefined && from.column !== undefined) return { field: name, problem: 'missing' } satisfies Problem
  if (typeof raw !== 'string') return raw
  const text = textOf(name, from, raw)
  if (text === '') return undefined
  if (from.values) return from.values[text] ?? ({ field: name, problem: 'notAChoice' } satisfies Problem)
  if (from.lookup) return find(from.lookup, text) ?? ({ field: name, problem: 'notFound' } satisfies Problem)
  if (times.includes(name)) return readMoment(text) ?? ({ field: name, problem: 'notAMoment' } satisfies Problem)
  return text
}

/** What a line says, as the input of the decision that takes it over; or the first thing wrong with it. */
export const readLine = ({ inputs, source }: MappingFile, line: Line, find: Find): Readonly<Record<string, unknown>> | Problem => {
  if (Object.keys(line.cells).length === 0) return { field: '', problem: 'columns' }
  const read: Record<string, unknown> = { source }
  for (const [name, from] of Object.entries(inputs)) {
    const value = valueOf(name, from, line, find)
    if (isProblem(value)) return value
    if (value !== undefined) read[name] = value
  }
  return read
}
export const isLineProblem = isProblem
