import type { Found, ImportInput, ImportKind } from './kinds/kind.ts'
import type { Lookups } from './lookups.ts'
import type { Mapping } from './mapping.ts'
import { isProblem, readValue, type Problem } from './read-value.ts'

/** One record of the file: the line on which it begins, and its cells by the columns' names. */
export type Line = { readonly line: number; readonly cells: Readonly<Record<string, string>> }
/** What a line says, or the first thing that is wrong with it. */
export type ReadLine = { readonly line: Line; said: Record<string, unknown>; problem?: Problem }

const finds: readonly string[] = ['project', 'building', 'unit', 'category', 'customer', 'contractor', 'person'] satisfies readonly Found[]
const isFound = (input: ImportInput): input is ImportInput & { readonly is: Found } => finds.includes(input.is)
const apart = /[,，;；、|\n]+/

const read = (kind: ImportKind, mapping: Mapping, line: Line): ReadLine => {
  const said: Record<string, unknown> = {}
  if (Object.keys(line.cells).length === 0) return { line, said, problem: { field: '', problem: 'columns', value: '' } }
  let problem: Problem | undefined
  for (const [name, input] of Object.entries(kind.inputs)) {
    const from = mapping.inputs[name]
    const raw = from && (from.column === undefined ? from.value : line.cells[from.column])
    const value = from && raw !== undefined ? readValue(name, input, from, raw) : undefined
    if (isProblem(value)) problem ??= value
    else if (value !== undefined) said[name] = value
    else if (input.required)
      problem ??= { field: name, problem: from?.column !== undefined && raw === undefined ? 'noColumn' : 'empty', value: '' }
  }
  if (kind.history && said['sourceId'] !== undefined) said['historyKey'] = `${mapping.source}/${String(said['sourceId'])}`
  return problem ? { line, said, problem } : { line, said }
}

const textsIn = (input: ImportInput, value: unknown) =>
  typeof value !== 'string'
    ? []
    : input.many
      ? value
          .split(apart)
          .map((one) => one.trim())
          .filter((one) => one !== '')
      : [value]

/** What the lines say, with what they name looked up: the places first, then what stands in them. */
export const readLines = async (
  kind: ImportKind,
  mapping: Mapping,
  lines: readonly Line[],
  lookups: Lookups,
): Promise<readonly ReadLine[]> => {
  const all = lines.map((line) => read(kind, mapping, line))
  const named = Object.entries(kind.inputs).filter(([, input]) => isFound(input))
  for (const noun of ['project', 'category', 'contractor', 'person', 'building', 'unit', 'customer'] as const) {
    const here = named.filter(([, input]) => input.is === noun)
    for (const [name, input] of here) {
      const open = all.filter(({ problem, said }) => !problem && said[name] !== undefined)
      if (noun === 'unit' || noun === 'customer')
        await lookups.ahead(
          noun,
          open.flatMap(({ said }) => textsIn(input, said[name]).map((called) => ({ called, said }))),
        )
      for (const one of open) {
        const ids: string[] = []
        for (const called of textsIn(input, one.said[name])) {
          const found = lookups.find(noun, called, one.said)
          if (typeof found === 'object') ids.push(found.id)
          // what a line brings with it need not be there before
          else if (found === 'notFound' && kind.noun === 'unit' && noun === 'building') ids.push(called)
          else one.problem ??= { field: name, problem: found, value: called }
        }
        one.said[name] = input.many ? [...new Set(ids)] : ids[0]
      }
    }
  }
  return all
}
