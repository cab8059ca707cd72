import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { extname, join, relative, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
}
const compressible = /^(text\/|application\/(json|manifest)|image\/svg)/

type File = { readonly body: Buffer; readonly type: string; readonly etag: string; readonly cache: string; zipped?: Promise<Buffer> }

function* filesUnder(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesUnder(path)
    else yield path
  }
}

const read = (folder: string): ReadonlyMap<string, File> => {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return new Map()
  return new Map(
    [...filesUnder(folder)].map((path): [string, File] => {
      const body = readFileSync(path)
      const url = `/${relative(folder, path).split(sep).join('/')}`
      return [
        url,
        {
          body,
          type: types[extname(path)] ?? 'application/octet-stream',
          etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
          // names of assets carry the hash of what is in them
          cache: url.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      ]
    }),
  )
}

const zip = promisify(gzip)
const page = '/index.html'

/** The built screens: what is not a file of theirs is a page, and every page is the same one. */
export const openFiles = (folder: string) => {
  // read once: what is served is what was built when the server started, and no path can lead elsewhere
  const files = read(folder)
  return async (request: IncomingMessage, response: ServerResponse, path: string, withNonce: (html: string) => string) => {
    const file = files.get(path) ?? (extname(path) === '' ? files.get(page) : undefined)
    if (!file) {
      response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end('Not found')
      return
    }
    if (file === files.get(page)) {
      const html = withNonce(file.body.toString('utf8'))
      response.writeHead(200, { 'content-type': file.type, 'cache-control': 'no-store' }).end(request.method === 'HEAD' ? undefined : html)
      return
    }
    if (request.headers['if-none-match'] === file.etag) {
      response.writeHead(304, { etag: file.etag, 'cache-control': file.cache }).end()
      return
    }
    const zipped = compressible.test(file.type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
    const body = zipped ? await (file.zipped ??= zip(file.body)) : file.body
    response.writeHead(200, {
      'content-type': file.type,
      'content-length': body.length,
      'cache-control': file.cache,
      etag: file.etag,
      vary: 'accept-encoding',
      ...(zipped ? { 'content-encoding': 'gzip' } : {}),
    })
    response.end(request.method === 'HEAD' ? undefined : body)
  }
}
