import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

const u16 = (n: number) => Buffer.from([n & 255, (n >> 8) & 255])
const u32 = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(n >>> 0)
  return bytes
}
const big = (n: number) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(n >>> 0)
  return bytes
}

/** A zip of these files, each as it is named. */
export const zip = (files: readonly (readonly [name: string, content: Buffer])[]): Buffer => {
  const locals: Buffer[] = []
  const central: Buffer[] = []
  let at = 0
  for (const [name, content] of files) {
    const packed = deflateRawSync(content)
    const about = [u16(8), u32(0), u32(crc32(content)), u32(packed.length), u32(content.length), u16(Buffer.byteLength(name)), u16(0)]
    const local = Buffer.concat([u32(0x04034b50), u16(20), u16(0), ...about, Buffer.from(name), packed])
    central.push(
      Buffer.concat([u32(0x02014b50), u16(20), u16(20), u16(0), ...about, u16(0), u16(0), u16(0), u32(0), u32(at), Buffer.from(name)]),
    )
    locals.push(local)
    at += local.length
  }
  const directory = Buffer.concat(central)
  const end = [u32(0x06054b50), u16(0), u16(0), u16(files.length), u16(files.length), u32(directory.length), u32(at), u16(0)]
  return Buffer.concat([...locals, directory, ...end])
}

const contentTypes = (type: string) =>
  Buffer.from(`<?xml version="1.0"?><Types><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`)
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml'
/** A Word document with this text in it. */
export const docx = (document: Buffer, types = contentTypes(word)) =>
  zip([
    ['[Content_Types].xml', types],
    ['word/document.xml', document],
  ])
export const macros = () => docx(Buffer.from('<w:document/>'), contentTypes('application/vnd.ms-word.document.macroEnabled.main+xml'))

/** One part of a PNG. */
export const chunk = (name: string, content: Buffer) => {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  return Buffer.concat([big(content.length), named, big(crc32(named))])
}
type Png = {
  readonly depth?: number
  readonly colour?: number
  readonly interlaced?: boolean
  readonly rows?: Buffer
  readonly more?: readonly Buffer[]
}
/** A PNG that says it is so large; by default with nothing in it. */
export const png = (
  width: number,
  height: number,
  { depth = 8, colour = 6, interlaced = false, rows = Buffer.alloc(64), more = [] }: Png = {},
) =>
  Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', Buffer.concat([big(width), big(height), Buffer.from([depth, colour, 0, 0, interlaced ? 1 : 0])])),
    ...more,
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
/** A profile that is nothing but zeros when unpacked. */
export const profileBomb = (bytes: number) =>
  chunk('iCCP', Buffer.concat([Buffer.from('p\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]))
export const textBomb = (bytes: number) => chunk('zTXt', Buffer.concat([Buffer.from('t\0\0', 'latin1'), deflateSync(Buffer.alloc(bytes))]))

/** A GIF that says it is so large. */
export const gif = (width: number, height: number, frames = 1) => {
  const frame = Buffer.concat([Buffer.from([0x2c]), u16(0), u16(0), u16(1), u16(1), Buffer.from([0, 2, 2, 0x4c, 1, 0])])
  return Buffer.concat([
    Buffer.from('GIF89a', 'latin1'),
    u16(width),
    u16(height),
    Buffer.from([0x80, 0, 0, 0, 0, 0, 255, 255, 255]),
    ...Array.from({ length: frames }, () => frame),
    Buffer.from([0x3b]),
  ])
}

/** A JPEG's parts: those given come after its beginning. */
export const withSegments = (jpeg: Buffer, ...segments: readonly (readonly [marker: number, content: Buffer])[]) =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    ...segments.map(([marker, content]) => {
      const head = Buffer.from([0xff, marker, 0, 0])
      head.writeUInt16BE(content.length + 2, 2)
      return Buffer.concat([head, content])
    }),
    jpeg.subarray(2),
  ])
/** A JPEG that says it is so large: the frame's numbers, overwritten. */
export const enlarged = (jpeg: Buffer, width: number, height: number, marker = 0xc0) => {
  const bytes = Buffer.from(jpeg)
  const at = bytes.indexOf(Buffer.from([0xff, 0xc0]))
  bytes[at + 1] = marker
  bytes.writeUInt16BE(height, at + 5)
  bytes.writeUInt16BE(width, at + 7)
  return bytes
}
/** EXIF whose directory has these entries of 12 bytes. */
export const exif = (...entries: readonly Buffer[]) =>
  Buffer.concat([Buffer.from('Exif\0\0II*\0\u0008\0\0\0', 'latin1'), u16(entries.length), ...entries, u32(8)])
export const entry = (tag: number, type: number, count: number, value: number) =>
  Buffer.concat([u16(tag), u16(type), u32(count), u32(value)])

/** A box of a film, with the length it claims. */
export const claims = (name: string, length: number, content: Buffer = Buffer.alloc(0)) =>
  Buffer.concat([big(length), Buffer.from(name, 'latin1'), content])
