import { open } from 'node:fs/promises'
import { readCsv, type Written } from './csv.ts'
import { Unreadable, type Table } from './table.ts'
import { readWorkbook } from './workbook.ts'

const zipped = [0x50, 0x4b]
const beginningOf = async (path: string) => {
  const file = await open(path).catch((error: unknown) => {
    throw new Unreadable('notReadable', undefined, { cause: error })
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(2), 0, 2, 0)
    return bytesRead < 2 ? [] : [...buffer]
  } finally {
    await file.close()
  }
}

/** Opens a file by what it holds: an xlsx workbook is packed, a csv file is text. X-5 */
export const readTable = async <Result>(path: string, said: Partial<Written>, work: (table: Table) => Promise<Result>): Promise<Result> => {
  const beginning = await beginningOf(path)
  return zipped.every((byte, n) => beginning[n] === byte) ? readWorkbook(path, work) : work(await readCsv(path, said))
}
