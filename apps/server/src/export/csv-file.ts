import { csvLine, neutral } from '../import/neutral.ts'
import { cellText, type Cells } from './cells.ts'
import type { Heading } from './heading.ts'

/** A list as csv, as spreadsheets read it: marked as UTF-8, and no cell is a formula. SEC-15 */
export const csvHead = (columns: readonly Heading[]) => `\uFEFF${csvLine(columns.map(({ label }) => neutral(label)))}`
export const csvRows = (rows: readonly Cells[]) =>
  // a number that is less than nothing is a number, and stays one
  rows.map((cells) => csvLine(cells.map((cell) => (cell?.is === 'text' ? neutral(cell.text) : cellText(cell))))).join('')
