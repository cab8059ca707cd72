import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { Readable } from 'node:stream'
import { CsvError, parse, type Info } from 'csv-parse'
import { original } from '../neutral.ts'
import { Unreadable, type Row, type Table } from './table.ts'

export type Written = { readonly encoding: string; readonly delimiter: string }
/** What csv files are written in here, and what sets their cells apart. */
export const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
export const delimiters = [',', '\t', ';', '|']
const head = 65_536

/** Text in UTF-8, whatever the file is written in. */
async function* decoded(bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

/** Whether bytes are text in an encoding, as far as they go: the last character may be cut. */
const fits = (bytes: Buffer, encoding: string) => {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}

/** How a csv file is written, by its beginning: what older Excel writes in Chinese is GB18030. Undefined where it is no text. */
export const howWritten = async (path: string): Promise<Written | undefined> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(head), 0, head, 0)
    const bytes = buffer.subarray(0, bytesRead)
    const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined
    if (!marked && bytes.includes(0)) return undefined
    const encoding = marked ?? ['utf-8', 'gb18030'].find((name) => fits(bytes, name))
    if (!encoding) return undefined
    const text = new TextDecoder(encoding).decode(bytes).replaceAll(/"[^"]*"/g, '')
    const first = text.split(/\r\n|\r|\n/, 10)
    const most = delimiters
      .map((delimiter) => ({ delimiter, count: Math.max(...first.map((line) => line.split(delimiter).length - 1)) }))
      .reduce((best, each) => (each.count > best.count ? each : best))
    return { encoding, delimiter: most.count ? most.delimiter : ',' }
  } finally {
    await file.close()
  }
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

async function* rowsOf(path: string, { encoding, delimiter }: Written): AsyncGenerator<Row> {
  const text = Readable.from(decoded(createReadStream(path), encoding))
  const rows = text.pipe(
    parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, info: true, max_record_size: 2_000_000 }),
  )
  text.on('error', (error) => rows.destroy(error))
  let ended = 0
  try {
    for await (const row of rows) {
      const { record, info } = row as { record: string[]; info: Info }
      const line = ended + 1
      ended = info.lines
      if (record.some((cell) => cell.trim() !== '')) yield { line, cells: record.map(original) }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Unreadable('notReadable', ended + 1, { cause: error })
    if (error instanceof TypeError) throw new Unreadable('wrongEncoding', ended + 1, { cause: error })
    if (isSystemError(error)) throw new Unreadable('notReadable', undefined, { cause: error })
    throw error
  } finally {
    text.destroy()
  }
}

/** A csv file: written as somebody says, or as it looks. */
export const readCsv = async (path: string, said: Partial<Written>): Promise<Table> => {
  const found = await howWritten(path)
  const written = { encoding: said.encoding ?? found?.encoding ?? 'utf-8', delimiter: said.delimiter ?? found?.delimiter ?? ',' }
  return { sheets: [], written, rows: () => rowsOf(path, written) }
}
