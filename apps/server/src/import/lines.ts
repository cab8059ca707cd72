import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import { Stopped } from '@lintel/tooling/stopped.ts'
import { CsvError, parse, type Info } from 'csv-parse'
import type { MappingFile } from './mapping-file.ts'

/** One record of the file, and the line on which it begins. */
export type Line = { readonly line: number; readonly cells: Readonly<Record<string, string>> }

const unpacked = (path: string): Readable => {
  const file = createReadStream(path)
  const unpack = path.endsWith('.zst') ? createZstdDecompress() : path.endsWith('.gz') ? createGunzip() : undefined
  if (!unpack) return file
  file.on('error', (error) => unpack.destroy(error))
  return file.pipe(unpack)
}

/** Text in UTF-8, whatever the file is written in. */
async function* decoded(bytes: Readable, encoding: string): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true })
  for await (const chunk of bytes) yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}

const isSystemError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

/** The lines of a csv file, plain or packed with zstd or gzip, one at a time. */
export async function* linesOf(path: string, { encoding, delimiter }: MappingFile): AsyncGenerator<Line> {
  const text = Readable.from(decoded(unpacked(path), encoding))
  const rows = text.pipe(parse({ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, info: true }))
  text.on('error', (error) => rows.destroy(error))
  let names: readonly string[] | undefined
  let ended = 0
  try {
    for await (const row of rows) {
      const { record, info } = row as { record: string[]; info: Info }
      const line = ended + 1
      ended = info.lines
      if (!names) {
        names = record.map((name) => name.trim())
        continue
      }
      // a line with too few or too many cells is that line's problem, not the file's
      const cells = record.length === names.length ? Object.fromEntries(names.map((name, n) => [name, record[n] ?? ''])) : {}
      yield { line, cells }
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Stopped(`${path} is not readable as csv from line ${ended + 1} on: ${error.message}`)
    if (error instanceof TypeError) throw new Stopped(`${path} is not written in ${encoding}.`)
    if (isSystemError(error)) throw new Stopped(`${path} cannot be read (${error.code ?? error.message}).`)
    throw error
  }
  if (!names) throw new Stopped(`${path} is empty.`)
}
