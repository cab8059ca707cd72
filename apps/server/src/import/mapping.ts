import type { ImportInput, ImportKind } from './kinds/kind.ts'

/** Where one input comes from: a column of the file, or one value for all lines. */
export type From = {
  readonly column?: string
  readonly value?: string
  /** What the file calls it, by what the department calls it. */
  readonly values?: Readonly<Record<string, string>>
  /** Longer texts are cut to so many characters instead of being refused. */
  readonly cut?: number
}
export type Mapping = {
  /** Names the file's origin: with the line's own id it makes a record that is never taken over twice. */
  readonly source: string
  readonly inputs: Readonly<Record<string, From>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown, most: number): value is string => typeof value === 'string' && value !== '' && value.length <= most

/** What is wrong with a mapping: of which input, and what. */
export type MappingProblem = { readonly input: string; readonly problem: 'source' | 'unknown' | 'from' | 'missing' }
export const isMappingProblem = (read: Mapping | MappingProblem): read is MappingProblem => 'problem' in read

const fromOf = (raw: unknown): From | undefined => {
  if (isText(raw, 500)) return { column: raw }
  if (!isObject(raw)) return undefined
  const { column, value, values, cut } = raw
  if (column === undefined ? !isText(value, 4_000) : !isText(column, 500)) return undefined
  if (cut !== undefined && !(Number.isInteger(cut) && Number(cut) > 0)) return undefined
  if (values !== undefined && !(isObject(values) && Object.values(values).every((one) => typeof one === 'string'))) return undefined
  return {
    ...(column === undefined ? { value: value as string } : { column: column as string }),
    ...(values === undefined ? {} : { values: values as Readonly<Record<string, string>> }),
    ...(cut === undefined ? {} : { cut: cut as number }),
  }
}

/** Reads a mapping for a kind, or says which part of it cannot be used. */
export const readMapping = (kind: ImportKind, raw: { readonly source?: unknown; readonly inputs?: unknown }): Mapping | MappingProblem => {
  if (!isText(raw.source, 60) || !isObject(raw.inputs)) return { input: 'source', problem: 'source' }
  const inputs: Record<string, From> = {}
  for (const [input, given] of Object.entries(raw.inputs)) {
    if (!(input in kind.inputs)) return { input, problem: 'unknown' }
    const from = fromOf(given)
    if (!from) return { input, problem: 'from' }
    inputs[input] = from
  }
  const missing = Object.keys(kind.inputs).find((input) => kind.inputs[input]?.required && !inputs[input])
  return missing === undefined ? { source: raw.source, inputs } : { input: missing, problem: 'missing' }
}

const plain = (head: string) => head.toLowerCase().replaceAll(/[\s_\-*（(].*?[)）]|[\s_\-*:：]/g, '')
const headsOf = (name: string, { heads }: ImportInput) => [name, ...heads].map(plain)

/** Which input each column is for, by what stood under that heading last time, else by its heading; a column is used once. */
export const guess = (kind: ImportKind, columns: readonly string[], last?: Mapping): Readonly<Record<string, From>> => {
  const guessed: Record<string, From> = {}
  const used = new Set<string>()
  for (const [input, from] of Object.entries(last?.inputs ?? {})) {
    if (!(input in kind.inputs) || (from.column !== undefined && !columns.includes(from.column))) continue
    guessed[input] = from
    if (from.column !== undefined) used.add(from.column)
  }
  for (const [name, input] of Object.entries(kind.inputs)) {
    if (guessed[name]) continue
    const heads = headsOf(name, input)
    const column = heads.map((head) => columns.find((one) => !used.has(one) && plain(one) === head)).find((one) => one !== undefined)
    if (column === undefined) continue
    guessed[name] = { column }
    used.add(column)
  }
  return guessed
}
/** How many of a row's cells are headings of this kind: the row with the most is the one with the headings. */
export const headings = (kind: ImportKind, cells: readonly string[]): number => {
  const known = new Set(Object.entries(kind.inputs).flatMap(([name, input]) => headsOf(name, input)))
  return cells.filter((cell) => cell !== '' && known.has(plain(cell))).length
}
