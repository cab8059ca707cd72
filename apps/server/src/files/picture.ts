import readExif from 'exif-reader'
import sharp, { type Metadata } from 'sharp'
import { no } from './no.ts'

// pictures are read one at a time, nothing is remembered of them, and only by what reads pictures: libvips would read PDF and SVG as well
sharp.cache(false)
sharp.concurrency(1)
sharp.block({ operation: ['VipsForeignLoad'] })
sharp.unblock({
  operation: ['VipsForeignLoadJpeg', 'VipsForeignLoadPng', 'VipsForeignLoadWebp', 'VipsForeignLoadNsgif', 'VipsForeignLoadHeif'],
})

/** What reading a picture may cost at most. SEC-14 */
const mostBytes = 96_000_000
const mostPixels = { 'read line by line': 120_000_000, 'turned while read': 50_000_000 }
const seconds = 5
const sizes = { picture: 2048, thumbnail: 320 }

export type Picture = {
  readonly shown?: { readonly picture: Buffer; readonly thumbnail: Buffer }
  readonly takenAt?: number
  readonly position?: { readonly latitude: number; readonly longitude: number }
}

const tooMany = ({ format, width, height, channels, depth, isProgressive, orientation = 1 }: Metadata) => {
  const pixels = width * height
  if (!isProgressive && format === 'jpeg') return pixels > mostPixels['read line by line']
  if (!isProgressive && format === 'png' && orientation === 1) return pixels > mostPixels['turned while read']
  // such a one is held whole: a progressive JPEG as coefficients of two bytes
  const bytes = format === 'jpeg' ? 2 * channels : format === 'png' ? channels * (depth === 'ushort' ? 2 : 1) : 4
  return pixels * bytes > mostBytes
}

const degrees = (parts: unknown, side: unknown): number | undefined => {
  if (!Array.isArray(parts)) return undefined
  const [whole = 0, minutes = 0, rest = 0] = parts.map(Number)
  const value = (whole + minutes / 60 + rest / 3600) * (side === 'S' || side === 'W' ? -1 : 1)
  return Number.isFinite(value) ? value : undefined
}
/** `+08:00` as milliseconds; cameras that say nothing are here. */
const offset = (said: unknown) => {
  const [, sign, hours, minutes] = /^([+-])(\d\d):(\d\d)$/.exec(String(said)) ?? ['', '+', '08', '00']
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000
}
const largestExif = 1_048_576
/** What the camera wrote down; what cannot be read was not written. */
const told = (exif: Buffer | undefined): Omit<Picture, 'shown'> => {
  if (!exif || exif.length > largestExif) return {}
  try {
    const { Photo, GPSInfo } = readExif(exif)
    const written = Photo?.DateTimeOriginal
    const taken = written instanceof Date ? written.getTime() - offset(Photo?.OffsetTimeOriginal) : Number.NaN
    const latitude = degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef)
    const longitude = degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef)
    return {
      ...(taken > Date.UTC(1990, 0) && taken < Date.UTC(2100, 0) ? { takenAt: taken } : {}),
      ...(latitude === undefined || longitude === undefined ? {} : { position: { latitude, longitude } }),
    }
  } catch {
    return {}
  }
}

const jpeg = (source: string | Buffer, size: number) =>
  sharp(source, { failOn: 'error', limitInputPixels: mostPixels['read line by line'], pages: 1 })
    .autoOrient()
    .resize(size, size, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 80 })
    .timeout({ seconds })
    .toBuffer()

/** Makes what is shown of a picture, turned upright and without anything it says of where and with what it was taken. X-8 */
export const readPicture = async (path: string, type: string): Promise<Picture> => {
  // telephones' own format is kept; there is no free decoder for it
  if (type === 'image/heic' || type === 'image/heif') return {}
  const metadata = await sharp(path, { limitInputPixels: false, pages: 1 })
    .metadata()
    .catch(() => {
      throw no('Unreadable')
    })
  if (tooMany(metadata)) throw no('TooManyPixels')
  try {
    const picture = await jpeg(path, sizes.picture)
    return { ...told(metadata.exif), shown: { picture, thumbnail: await jpeg(picture, sizes.thumbnail) } }
  } catch {
    throw no('Unreadable')
  }
}
