import type { IncomingMessage, ServerResponse } from 'node:http'
import { log } from '../log/log.ts'
import { requestTook } from '../metrics/metrics.ts'

const operations = new WeakMap<IncomingMessage, string>()
/** The name of the operation a request brought, told by whoever reads it. */
export const bringsOperation = (request: IncomingMessage, name: string) => operations.set(request, name.slice(0, 80))

/** What kind of thing is asked for; never an id, a file's name or a token. SEC-21 */
const routeOf = (path: string) => {
  const [, first = '', second = '', third = ''] = path.split('/')
  if (first === 'api') return `/api/${second}/${/^[a-z-]+$/.test(third) ? third : ''}`
  return ['graphql', 'files', 'uploads', 'exports', 'imports', 'reports', 'figures', 'healthz', 'readyz', 'metrics', 'assets'].includes(
    first,
  )
    ? `/${first}`
    : '/…'
}

/** Each request is told once it is over: what it was, how it ended, how long it took. */
export const tell = (request: IncomingMessage, response: ServerResponse, path: string) => {
  const began = performance.now()
  response.once('close', () => {
    const operation = operations.get(request)
    const what = operation === undefined ? routeOf(path) : `/graphql ${operation}`
    const ms = Math.round(performance.now() - began)
    const status = response.writableFinished ? response.statusCode : 499
    // a stream is open for as long as somebody looks
    if (response.getHeader('content-type')?.toString().startsWith('text/event-stream')) return
    requestTook(what, status, ms)
    log.info({ method: request.method, what, status, ms }, 'request')
  })
}
