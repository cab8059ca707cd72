import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { PassThrough, type Writable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { ZipFile } from 'yazl'
import type { Cells } from './cells.ts'
import { csvHead, csvRows } from './csv-file.ts'
import type { Format } from './row.ts'
import type { Heading } from './heading.ts'
import { binding, mostRows, rowXml, sheetEnd, sheetHead, sheetPath } from './xlsx-parts.ts'

const write = async (to: Writable, text: string) => {
  if (!to.write(text)) await once(to, 'drain')
}

/** Rows with their headings, a portion at a time. */
type Table = { readonly columns: readonly Heading[]; readonly portions: AsyncIterable<readonly Cells[]> }
type Writing = (path: string, title: string, list: Table, onPortion: (rows: number) => Promise<void>) => Promise<void>

const csv: Writing = async (path, _, { columns, portions }, onPortion) => {
  const file = createWriteStream(path)
  try {
    await write(file, csvHead(columns))
    for await (const rows of portions) {
      await write(file, csvRows(rows))
      await onPortion(rows.length)
    }
    file.end()
    await finished(file)
  } finally {
    file.destroy()
  }
}

/** Rows go into the zip as they come, so that none is kept; where one sheet is full the next begins. REL-13 */
const xlsx: Writing = async (path, title, { columns, portions }, onPortion) => {
  const zip = new ZipFile()
  const file = createWriteStream(path)
  const saved = finished(zip.outputStream.pipe(file))
  saved.catch(() => {})
  let sheets = 0
  let left = 0
  let sheet: PassThrough | undefined
  const end = async () => {
    if (!sheet) return
    await write(sheet, sheetEnd)
    sheet.end()
  }
  const begin = async () => {
    await end()
    sheet = new PassThrough()
    zip.addReadStream(sheet, sheetPath(sheets))
    sheets++
    left = mostRows - 1
    await write(sheet, sheetHead(columns))
    return sheet
  }
  try {
    let to = await begin()
    for await (const rows of portions) {
      const here = rows.slice(0, left)
      await write(to, here.map(rowXml).join(''))
      left -= here.length
      const rest = rows.slice(here.length)
      if (rest.length) {
        to = await begin()
        await write(to, rest.map(rowXml).join(''))
        left -= rest.length
      }
      await onPortion(rows.length)
    }
    await end()
    for (const [part, xml] of binding(title, sheets)) zip.addBuffer(Buffer.from(xml), part)
    zip.end()
    await saved
  } finally {
    file.destroy()
  }
}

/** Writes a list to a file of this machine, whatever its size, in the same memory. */
export const writeFile: Readonly<Record<Format, Writing>> = { csv, xlsx }
