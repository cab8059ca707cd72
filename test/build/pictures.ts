import sharp from 'sharp'

type Options = { readonly width?: number; readonly height?: number; readonly colour?: string; readonly gps?: boolean }

/** A small photograph as a telephone takes it, with where and when if wanted. */
export const aPhoto = ({ width = 640, height = 480, colour = '#7a8c96', gps = false }: Options = {}): Promise<Buffer> => {
  const picture = sharp({ create: { width, height, channels: 3, background: colour } }).jpeg()
  return gps
    ? picture
        .withExif({
          IFD0: { Make: 'Camera' },
          IFD2: { DateTimeOriginal: '2026:11:22 15:30:00', OffsetTimeOriginal: '+08:00' },
          IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '22/1 32/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '114/1 3/1 15/1' },
        })
        .toBuffer()
    : picture.toBuffer()
}

/** A picture that takes about so many bytes, because nothing in it repeats. */
export const aNoisyPhoto = (bytes: number): Promise<Buffer> => {
  const side = Math.round(Math.sqrt(bytes / 3))
  return sharp({
    create: { width: side, height: side, channels: 3, background: '#808080', noise: { type: 'gaussian', mean: 128, sigma: 60 } },
  })
    .png({ compressionLevel: 1 })
    .toBuffer()
}

const box = (name: string, ...content: readonly Buffer[]) => {
  const inside = Buffer.concat(content)
  const head = Buffer.alloc(8)
  head.writeUInt32BE(inside.length + 8, 0)
  head.write(name, 4, 'latin1')
  return Buffer.concat([head, inside])
}
/** The boxes of a film with one track and some bytes for pictures; `position` where a telephone writes it. */
export const aFilm = ({ position = '', bytes = 4_000 }: { readonly position?: string; readonly bytes?: number } = {}) => {
  const header = Buffer.alloc(100)
  header.writeUInt32BE(2_082_844_800 + Date.UTC(2026, 10, 22, 7, 30) / 1000, 4)
  const track = box('trak', box('tkhd', Buffer.alloc(84)))
  const told = position ? [box('udta', box('©xyz', Buffer.from([0, position.length, 0x15, 0xc7]), Buffer.from(position, 'latin1')))] : []
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\u0002\0isomiso2mp41', 'latin1')),
    box('moov', box('mvhd', header), track, ...told),
    box('mdat', Buffer.alloc(bytes, 7)),
  ])
}
