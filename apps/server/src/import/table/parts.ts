import type { Readable } from 'node:stream'
import { openPromise, type Entry } from 'yauzl'
import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { bounds, Unreadable } from './table.ts'

/** The parts of a workbook, which is a zip file. Its directory says how large each is, and a part that is larger ends with an error. */
export type Parts = {
  has(name: string): boolean
  /** A part as a stream, if it is no larger than that. */
  open(name: string, most: number): Promise<Readable>
  close(): void
}

export const openParts = async (path: string): Promise<Parts> => {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }).catch((error: unknown) => {
    throw new Unreadable('notReadable', undefined, { cause: error })
  })
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) {
      if (entries.size >= bounds.parts) throw new Unreadable('tooLarge')
      entries.set(entry.fileName.replace(/^\//, ''), entry)
    }
  } catch (error) {
    zip.close()
    throw error instanceof Unreadable ? error : new Unreadable('notReadable', undefined, { cause: error })
  }
  return {
    has: (name) => entries.has(name),
    async open(name, most) {
      const entry = entries.get(name)
      if (!entry || entry.isEncrypted()) throw new Unreadable('notReadable')
      const bomb = entry.uncompressedSize > bounds.part && entry.uncompressedSize > entry.compressedSize * bounds.packed
      if (entry.uncompressedSize > most || bomb) throw new Unreadable('tooLarge')
      return zip.openReadStreamPromise(entry)
    },
    close: () => zip.close(),
  }
}

export type Seen = { open?(tag: SaxesTagPlain): void; text?(text: string): void; close?(tag: SaxesTagPlain): void }

/** Reads a part as XML, piece by piece: what was seen in one is dealt with before the next comes. Names come without prefix. */
export async function* pieces(part: Readable, { open, text, close }: Seen): AsyncGenerator<void> {
  const parser = new SaxesParser()
  let wrong: Error | undefined
  const plain = (tag: SaxesTagPlain) => ({ ...tag, name: tag.name.slice(tag.name.indexOf(':') + 1) })
  parser.on('error', (error) => (wrong ??= error))
  parser.on('doctype', () => (wrong ??= new Error('a workbook has no document type')))
  if (open) parser.on('opentag', (tag) => open(tag.name.includes(':') ? plain(tag) : tag))
  if (text) parser.on('text', text)
  if (close) parser.on('closetag', (tag) => close(tag.name.includes(':') ? plain(tag) : tag))
  const decoder = new TextDecoder()
  try {
    for await (const bytes of part) {
      parser.write(decoder.decode(bytes as Buffer, { stream: true }))
      if (wrong) throw wrong
      yield
    }
  } catch (error) {
    throw new Unreadable('notReadable', undefined, { cause: error })
  } finally {
    part.destroy()
  }
}
/** A small part read whole. */
export const readPart = async (part: Readable, seen: Seen) => {
  for await (const _ of pieces(part, seen));
}
