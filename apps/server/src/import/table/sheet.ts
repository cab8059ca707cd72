import type { Readable } from 'node:stream'
import { numberText, unescaped, type Meaning } from './cell-text.ts'
import { pieces } from './parts.ts'
import { bounds, Unreadable, type Row } from './table.ts'

type Looks = { readonly texts: readonly string[]; readonly meanings: readonly Meaning[]; readonly from1904: boolean }
/** The rows below a cell that are merged with it: its column, its row and the last. */
export type Merged = { readonly column: number; readonly from: number; readonly to: number }

const columnOf = (letters: string) => [...letters].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1
const area = /<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]+)(\d+):[A-Z]+(\d+)"/g

/** Cells merged downwards. They stand behind the rows, so the sheet is looked through for them first, as bytes. */
export const mergesOf = async (part: Readable): Promise<readonly Merged[]> => {
  const merged: Merged[] = []
  let rest = ''
  try {
    for await (const bytes of part) {
      const text = rest + (bytes as Buffer).toString('latin1')
      if (text.includes('mergeCell'))
        for (const [, letters = '', from, to] of text.matchAll(area)) {
          if (merged.length >= bounds.merged) throw new Unreadable('tooLarge')
          if (from !== to) merged.push({ column: columnOf(letters), from: Number(from), to: Number(to) })
        }
      // what was cut in two is looked at again with the rest of it, and nothing twice
      rest = text.slice(Math.max(text.lastIndexOf('<'), text.length - 200))
      if (rest.includes('>')) rest = ''
    }
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('notReadable', undefined, { cause: error })
  } finally {
    part.destroy()
  }
  return merged
}

/** Gives the cells below a merged one what that says: a building's name beside all of its units. */
const filling = (merged: readonly Merged[]) => {
  const starting = Map.groupBy(merged, ({ from }) => from)
  let open: { readonly area: Merged; readonly text: string }[] = []
  return ({ line, cells }: { line: number; cells: string[] }) => {
    open = open.filter(({ area: { to } }) => to >= line)
    // a row with nothing of its own is not a record
    if (cells.some((text) => text !== ''))
      for (const {
        area: { column },
        text,
      } of open)
        if (!cells[column]) cells[column] = text
    for (const each of starting.get(line) ?? []) open.push({ area: each, text: cells[each.column] ?? '' })
  }
}

/** The rows of a sheet that hold something, in the order of the file. */
export async function* sheetRows(part: Readable, { texts, meanings, from1904 }: Looks, merged: readonly Merged[]): AsyncGenerator<Row> {
  let ready: Row[] = []
  let row: { line: number; cells: string[] } = { line: 0, cells: [] }
  let cell: { column: number; type: string; style: number } = { column: -1, type: 'n', style: 0 }
  let [value, reading, aloud] = ['', false, false]
  const fill = filling(merged)
  const said = () => {
    switch (cell.type) {
      case 's':
        return texts[Number(value)] ?? ''
      case 'b':
        return value === '1' ? 'TRUE' : 'FALSE'
      case 'n':
        return value === '' ? '' : numberText(value, meanings[cell.style] ?? 'number', from1904)
      case 'd':
        return value.replace('T', ' ').replace(/\.\d+$/, '')
      default:
        return unescaped(value)
    }
  }
  const seen = pieces(part, {
    open({ name, attributes: { r, t, s } }) {
      if (name === 'row') row = { line: r === undefined ? row.line + 1 : Number(r), cells: [] }
      if (name === 'c') {
        const letters = r === undefined ? undefined : /^[A-Z]+/.exec(r)?.[0]
        cell = { column: letters === undefined ? cell.column + 1 : columnOf(letters), type: t ?? 'n', style: Number(s ?? 0) }
        value = ''
      }
      if (name === 'row') cell = { ...cell, column: -1 }
      if (name === 'rPh') aloud = true
      if (name === 'v' || (name === 't' && !aloud)) reading = true
    },
    text(more) {
      if (reading) value += more
    },
    close({ name }) {
      if (name === 'v' || name === 't') reading = false
      if (name === 'rPh') aloud = false
      if (name === 'c' && cell.column < bounds.columns) {
        while (row.cells.length < cell.column) row.cells.push('')
        row.cells[cell.column] = said()
      }
      if (name === 'row') {
        fill(row)
        if (row.cells.some((text) => text.trim() !== '')) ready.push({ line: row.line, cells: Array.from(row.cells, (text) => text ?? '') })
      }
    },
  })
  for await (const _ of seen) {
    yield* ready
    ready = []
  }
}
