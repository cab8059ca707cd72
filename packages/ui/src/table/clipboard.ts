import type { Row } from '../fields.ts'
import type { Say } from '../language.tsx'
import type { Column } from './columns.ts'
import { textOf } from './texts.ts'

/** What a spreadsheet takes for a formula, also in the wide forms of Chinese input. SEC-15 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/u
const figures: ReadonlySet<string> = new Set(['money', 'number'])

/** A cell that is pasted as what it says: never a formula, and of one line with its tabs kept. X-5 */
const tabbed = (text: string, column: Column) => {
  const safe = !figures.has(column.field.type) && formula.test(text) ? `'${text}` : text
  return /[\t\n"]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>')
const cell = (text: string, column: Column) =>
  figures.has(column.field.type) ? `<td>${escaped(text)}</td>` : `<td style="mso-number-format:'\\@'">${escaped(text)}</td>`

/** A block of cells as other programs take it: with tabs, and as a table. */
export const copyOf = (rows: readonly Row[], columns: readonly Column[], say: Say) => {
  const texts = rows.map((row) => columns.map((column) => textOf(column.field, row[column.key], say)))
  const eachCell = (write: (text: string, column: Column) => string, between: string) =>
    texts.map((line) => line.map((text, n) => (columns[n] ? write(text, columns[n]) : '')).join(between))
  return {
    text: eachCell(tabbed, '\t').join('\n'),
    html: `<table>${eachCell(cell, '')
      .map((line) => `<tr>${line}</tr>`)
      .join('')}</table>`,
  }
}

/** What was copied elsewhere, as lines of cells: quoted cells may hold tabs and breaks. */
export const readPasted = (text: string): readonly (readonly string[])[] => {
  const lines: string[][] = [[]]
  let cellText = ''
  let quoted = false
  const source = text.replaceAll('\r\n', '\n').replace(/\n$/u, '')
  for (let n = 0; n < source.length; n++) {
    const letter = source[n] ?? ''
    if (quoted) {
      if (letter !== '"') cellText += letter
      else if (source[n + 1] === '"') {
        cellText += '"'
        n += 1
      } else quoted = false
    } else if (letter === '"' && cellText === '') quoted = true
    else if (letter === '\t' || letter === '\n') {
      lines.at(-1)?.push(original(cellText))
      cellText = ''
      if (letter === '\n') lines.push([])
    } else cellText += letter
  }
  lines.at(-1)?.push(original(cellText))
  return lines
}
/** A mark that only said "this is text" is none of the text. */
const original = (text: string) => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text)
