import { written } from '../records/document.ts'
import type { ImportKind } from './kinds/kind.ts'
import type { Mapping } from './mapping.ts'
import type { Line } from './read-lines.ts'
import { none, type Counts, type Sampled } from './row.ts'
import type { Outcome } from './take-over.ts'

const countOf = { taken: 'taken', changed: 'changed', known: 'known', differs: 'differing', error: 'errors' } as const satisfies Record<
  Outcome['is'],
  keyof Counts
>
/** How many became what. */
export const countsOf = (outcomes: readonly Outcome[]): Counts => {
  const counts: Record<keyof Counts, number> = { ...none }
  for (const { is } of outcomes) counts[countOf[is]]++
  return counts
}

type Write = (text: string, values: readonly unknown[]) => Promise<unknown>
/** Keeps what became of the lines that are worth a word. */
export const keepLines = async (write: Write, id: string, outcomes: readonly Outcome[]) => {
  const rows = outcomes.flatMap((one): string[] => {
    switch (one.is) {
      case 'error':
        return [
          `{"line":${one.line},"is":"error","field":${JSON.stringify(one.problem.field)},"problem":${JSON.stringify(one.problem.problem)},"value":${JSON.stringify(one.problem.value.slice(0, 300).replaceAll('\0', ''))},"details":${one.refusal ? written(one.refusal) : 'null'}}`,
        ]
      case 'differs':
      case 'changed':
        return [`{"line":${one.line},"is":"${one.is}","field":"","problem":"","value":"","details":${written(one.differences)}}`]
      default:
        return []
    }
  })
  if (rows.length)
    await write(
      `insert into import_line (import_id, line, "is", field, problem, value, details)
       select $1, line, "is", field, problem, value, details from json_populate_recordset(null::import_line, $2::json)
       on conflict (import_id, line) do nothing`,
      [id, `[${rows.join(',')}]`],
    )
}

/** The first records as they would be: what stands in the file, and of a choice which one it is. */
export const sampleOf = (
  kind: ImportKind,
  mapping: Mapping,
  lines: readonly Line[],
  outcomes: readonly Outcome[],
  most: number,
): readonly Sampled[] => {
  const byLine = new Map(lines.map((line) => [line.line, line]))
  return outcomes
    .flatMap((one) => (one.is === 'taken' ? [one] : []))
    .slice(0, most)
    .map(({ line, said }) => ({
      line,
      values: Object.fromEntries(
        Object.entries(mapping.inputs).flatMap(([name, { column, value }]) => {
          const input = kind.inputs[name]
          const text = column === undefined ? (value ?? '') : (byLine.get(line)?.cells[column] ?? '')
          const chosen = input?.is === 'choice' ? String(said[name] ?? '') : text.replaceAll(/\s+/g, ' ').trim().slice(0, 200)
          return chosen === '' ? [] : [[name, chosen]]
        }),
      ),
    }))
}
