import { readFileSync } from 'node:fs'
import { Stopped } from '@lintel/tooling/stopped.ts'

/** A dictionary or a place that the file names by something of its own, such as a project by its name. */
export type Lookup = { readonly in: 'project' | 'building' | 'unit' | 'category'; readonly by: string }

/** Where one input of the decision comes from: a column of the file, or one value for all lines. */
export type From = {
  readonly column?: string
  readonly value?: unknown
  /** What the file calls it, by what the department calls it. */
  readonly values?: Readonly<Record<string, string>>
  readonly lookup?: Lookup
  /** Longer texts are cut to so many characters instead of being refused. */
  readonly cut?: number
}

export type MappingFile = {
  /** Names the file's origin: with the line's own id it makes a record that is never taken over twice. */
  readonly source: string
  readonly encoding: string
  readonly delimiter: string
  readonly inputs: Readonly<Record<string, From>>
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const lookups = ['project', 'building', 'unit', 'category'] as const

/** Reads a mapping, or says which part of it cannot be used. */
export const mappingFrom = (name: string, parsed: unknown): MappingFile => {
  const wrong = (what: string): never => {
    throw new Stopped(`${name}: ${what}`)
  }
  if (!isObject(parsed)) return wrong('a mapping is a JSON object with "source" and "inputs".')
  const { source, inputs, encoding = 'utf-8', delimiter = ',' } = parsed
  if (typeof source !== 'string' || source === '') return wrong('"source" has to name where the records come from.')
  if (!isObject(inputs)) return wrong('"inputs" has to say which column each input comes from.')
  if (typeof encoding !== 'string' || typeof delimiter !== 'string') return wrong('"encoding" and "delimiter" are texts.')
  try {
    new TextDecoder(encoding)
  } catch {
    return wrong(`nobody knows the encoding "${encoding}".`)
  }
  const froms = Object.entries(inputs).map(([input, from]): [string, From] => {
    if (typeof from === 'string') return [input, { column: from }]
    if (!isObject(from) || ('column' in from ? typeof from['column'] !== 'string' : !('value' in from)))
      return wrong(`"${input}" needs the name of a column, or {"column": …}, or {"value": …}.`)
    const { lookup } = from
    if (lookup !== undefined && !(isObject(lookup) && lookups.some((noun) => noun === lookup['in']) && typeof lookup['by'] === 'string'))
      return wrong(`the lookup of "${input}" needs "in" (${lookups.join(', ')}) and "by".`)
    // each part was looked at above
    return [input, from as From]
  })
  return { source, encoding, delimiter, inputs: Object.fromEntries(froms) }
}

export const readMappingFile = (path: string): MappingFile => {
  let text: string
  try {
    text = readFileSync(path, 'utf8')
  } catch {
    throw new Stopped(`The mapping ${path} cannot be read.`)
  }
  try {
    return mappingFrom(path, JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) throw new Stopped(`${path} is not JSON: ${error.message}`)
    throw error
  }
}
