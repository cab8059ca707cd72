/** One line of a table as it stands in the file: the number people see beside it, and its cells as text. */
export type Row = { readonly line: number; readonly cells: readonly string[] }

/** A file that holds tables: a workbook's sheets, or the one of a csv file. Rows come one at a time, empty ones left out. */
export type Table = {
  readonly sheets: readonly string[]
  /** How the file is written, where a person may have to say: csv alone. */
  readonly written?: { readonly encoding: string; readonly delimiter: string }
  rows(sheet?: string): AsyncGenerator<Row>
}

/** Why a file cannot be read as a table. */
export const unreadableReasons = ['notReadable', 'tooLarge', 'wrongEncoding', 'empty', 'noSuchSheet'] as const
export class Unreadable extends Error {
  override readonly name = 'Unreadable'
  readonly reason: (typeof unreadableReasons)[number]
  readonly line: number | undefined

  constructor(reason: Unreadable['reason'], line?: number, options?: ErrorOptions) {
    super(reason, options)
    this.reason = reason
    this.line = line
  }
}

/** What reading a table may cost, whatever the file says of itself. SEC-14 */
export const bounds = {
  /** Parts of a workbook. */
  parts: 5_000,
  /** Bytes of one sheet, unpacked. */
  sheet: 1_000 * 1_048_576,
  /** Bytes of the texts that cells share, unpacked: they are held in memory. */
  texts: 96 * 1_048_576,
  /** Bytes of every other part that is read. */
  part: 8 * 1_048_576,
  /** Nothing that people write shrinks to less than this part of itself. */
  packed: 400,
  columns: 500,
  /** Areas of merged cells. */
  merged: 100_000,
}
