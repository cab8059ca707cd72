import { open, type FileHandle } from 'node:fs/promises'
import { no } from './no.ts'

// ISO 14496-12: a film is boxes in boxes, each with its length and a name of four letters

type Box = { readonly name: string; readonly from: number; readonly content: number; readonly to: number }
/** A part of a film that is not shown: zeros in its place. */
export type Hidden = readonly [from: number, length: number]
export type Film = { readonly hidden: readonly Hidden[]; readonly takenAt?: number }

const manyBoxes = 5_000
/** Seconds from 1904 to 1970. */
const epoch = 2_082_844_800

const boxes = async (file: FileHandle, from: number, to: number, count: { left: number }): Promise<readonly Box[]> => {
  const found: Box[] = []
  const head = Buffer.alloc(16)
  for (let at = from; at < to;) {
    if (count.left-- <= 0 || to - at < 8) throw no('Unreadable')
    await file.read(head, 0, Math.min(16, to - at), at)
    const short = head.readUInt32BE(0)
    const long = short === 1
    const size = long ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const content = at + (long ? 16 : 8)
    if (size < content - at || at + size > to) throw no('Unreadable')
    found.push({ name: head.toString('latin1', 4, 8), from: at, content, to: at + size })
    at += size
  }
  return found
}

const takenAt = async (file: FileHandle, header: Box | undefined): Promise<number | undefined> => {
  if (!header || header.to - header.content < 16) return undefined
  const { buffer } = await file.read(Buffer.alloc(12), 0, 12, header.content)
  const seconds = buffer.readUInt8(0) === 1 ? Number(buffer.readBigUInt64BE(4)) : buffer.readUInt32BE(4)
  return seconds > epoch ? (seconds - epoch) * 1000 : undefined
}

/** Where a film keeps what it was taken with and where; players do without. */
const tells = ['udta', 'meta', 'uuid']

/** Reads a film's boxes, not its pictures: refuses what does not fit together, finds what is not to be shown. SEC-14 */
export const readFilm = async (path: string, size: number): Promise<Film> => {
  const file = await open(path)
  try {
    const count = { left: manyBoxes }
    const top = await boxes(file, 0, size, count)
    const film = top.find(({ name }) => name === 'moov')
    if (!film || !top.some(({ name }) => name === 'mdat' || name === 'moof')) throw no('Unreadable')
    const inside = await boxes(file, film.content, film.to, count)
    const tracks = inside.filter(({ name }) => name === 'trak')
    if (tracks.length === 0) throw no('Unreadable')
    const all = [...top, ...inside]
    for (const track of tracks) all.push(...(await boxes(file, track.content, track.to, count)))
    const hidden = all.filter(({ name }) => tells.includes(name)).map(({ from, to }): Hidden => [from, to - from])
    const taken = await takenAt(
      file,
      inside.find(({ name }) => name === 'mvhd'),
    )
    return { hidden, ...(taken === undefined ? {} : { takenAt: taken }) }
  } finally {
    await file.close()
  }
}
