import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { Missing, nameOf, type Depot, type Range } from './depot.ts'
import { hiding } from './hide.ts'
import type { ReadableFile } from './readable.ts'

/** What may be asked of a file: the small picture, the large one, the film, or the file as it came. */
export const views = ['thumbnail', 'picture', 'film', 'original'] as const
export type View = (typeof views)[number]

/** Nothing of a file ever runs, wherever it is opened. SEC-14 */
const nothingRuns = "default-src 'none'; sandbox"

const offers = ({ kind, pictured, original }: ReadableFile, view: View) =>
  view === 'film' ? kind === 'video' : view === 'original' ? original : pictured

/** One range of bytes, as RFC 9110 has it; several at once are answered whole. */
const rangeOf = (header: string | undefined, size: number): Range | 'wrong' | undefined => {
  const [, first = '', last = ''] = /^bytes=(\d*)-(\d*)$/.exec(header ?? '') ?? []
  if (first === '' && last === '') return undefined
  const from = first === '' ? Math.max(0, size - Number(last)) : Number(first)
  const to = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1)
  return from > to || from >= size ? 'wrong' : { from, to }
}

const attachment = (name: string) =>
  `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(name).replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`

const notThere = (response: ServerResponse) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found')
}

/** Answers with a file that the asker may see: pictures made here and films in place, everything else to be saved. X-8 */
export const serveFile = async (
  depot: Depot,
  request: IncomingMessage,
  response: ServerResponse,
  file: ReadableFile | undefined,
  view: View,
) => {
  if (!file || !offers(file, view)) return notThere(response)
  const part = view === 'film' ? 'original' : view
  const etag = `"${file.hash.slice(0, 32)}-${view}"`
  response.setHeader('content-security-policy', nothingRuns)
  // kept by the one who may see it, and asked for again each time: who may see it can change
  response.setHeader('cache-control', 'private, no-cache')
  response.setHeader('etag', etag)
  if (request.headers['if-none-match'] === etag) return void response.writeHead(304).end()
  response.setHeader('content-type', part === 'original' ? file.type : 'image/jpeg')
  response.setHeader('content-disposition', view === 'original' ? attachment(file.name) : 'inline')

  // what was made here is small and has no size in the database
  const size = part === 'original' ? file.size : undefined
  const range = size === undefined ? undefined : rangeOf(request.headers.range, size)
  if (range === 'wrong') return void response.writeHead(416, { 'content-range': `bytes */${size ?? 0}` }).end()
  if (size !== undefined) {
    response.setHeader('accept-ranges', 'bytes')
    response.setHeader('content-length', range ? range.to - range.from + 1 : size)
    if (range) response.setHeader('content-range', `bytes ${range.from}-${range.to}/${size}`)
  }
  try {
    const bytes = await depot.open(nameOf(file.hash, part), range)
    response.writeHead(range ? 206 : 200)
    if (request.method === 'HEAD') {
      bytes.destroy()
      return void response.end()
    }
    if (view === 'film') await pipeline(bytes, hiding(file.hidden, range?.from ?? 0), response)
    else await pipeline(bytes, response)
  } catch (error) {
    if (error instanceof Missing && !response.headersSent) {
      for (const name of response.getHeaderNames())
        if (name.startsWith('content-') && name !== 'content-security-policy') response.removeHeader(name)
      return notThere(response)
    }
    // whoever looked went away
    if (response.destroyed || response.headersSent) return void response.destroy()
    throw error
  }
}
