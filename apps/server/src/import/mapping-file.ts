import { readFileSync } from 'node:fs'
import { Stopped } from '@lintel/tooling/stopped.ts'
import type { Asked } from './head.ts'
import { isKindName, kindCalled, kindNames, type KindName } from './kinds/kinds.ts'
import { isMappingProblem, readMapping, type Mapping } from './mapping.ts'

/** What the command is told in a file: what is imported, how the file is read, and which column is what. */
export type MappingFile = { readonly kind: KindName; readonly asked: Asked; readonly mapping: Mapping }

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const problems = {
  source: () => '"source" has to name where the records come from, and "inputs" which column each input comes from.',
  unknown: (input: string) => `there is no input "${input}".`,
  from: (input: string) => `"${input}" needs the name of a column, or {"column": …}, or {"value": …}.`,
  missing: (input: string) => `"${input}" is needed.`,
} as const

/** Reads a mapping, or says which part of it cannot be used. */
export const mappingFrom = (name: string, parsed: unknown): MappingFile => {
  const wrong = (what: string): never => {
    throw new Stopped(`${name}: ${what}`)
  }
  if (!isObject(parsed)) return wrong('a mapping is a JSON object with "source" and "inputs".')
  const { source, inputs, kind = 'complaintHistory', encoding, delimiter, sheet, headLine } = parsed
  if (!isKindName(kind)) return wrong(`"kind" is one of ${kindNames.join(', ')}.`)
  for (const one of [encoding, delimiter, sheet])
    if (one !== undefined && typeof one !== 'string') return wrong('"encoding", "delimiter" and "sheet" are texts.')
  if (headLine !== undefined && !Number.isInteger(headLine)) return wrong('"headLine" is the number of a line.')
  try {
    if (typeof encoding === 'string') new TextDecoder(encoding)
  } catch {
    return wrong(`nobody knows the encoding "${String(encoding)}".`)
  }
  const mapping = readMapping(kindCalled(kind), { source, inputs })
  if (isMappingProblem(mapping)) return wrong(problems[mapping.problem](mapping.input))
  const asked = Object.fromEntries(
    Object.entries({ encoding, delimiter, sheet, headLine }).filter(([, value]) => value !== undefined),
  ) as Asked
  return { kind, asked, mapping }
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
