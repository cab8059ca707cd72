import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { toNodeHandler } from 'better-auth/node'
import { addressHeader } from '../auth/auth.ts'
import type { GraphqlHandler } from '../schema/yoga.ts'
import type { Services } from '../services.ts'
import { log } from '../log/log.ts'
import { serveMetrics } from '../metrics/metrics.ts'
import { tell } from './asked.ts'
import { evidenceRoutes } from './evidence.ts'
import { openFiles } from './files.ts'
import { guard, newNonce, nonceInto } from './headers.ts'
import { exportRoutes } from './exports.ts'
import { importRoutes } from './imports.ts'
import { figureRoutes } from './figures.ts'
import { reportRoutes } from './reports.ts'
import { originsOf } from './ours.ts'

type Parts = {
  readonly services: Services
  readonly graphql: GraphqlHandler
  /** The built screens. */
  readonly pages: string
  /** Migrations this server brings that the database has not seen. */
  pending(): Promise<readonly string[]>
  /** Whether the process in front of us says whom it speaks for. */
  readonly behindProxy: boolean
}

const say = (response: ServerResponse, status: number, body: object) =>
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(JSON.stringify(body))

/** Whose request it is: the connection's other end, or whom the proxy names last. Nothing a caller writes counts. SEC-12 */
const addressOf = (request: IncomingMessage, behindProxy: boolean) => {
  const forwarded = behindProxy ? request.headers['x-forwarded-for'] : undefined
  const named = (Array.isArray(forwarded) ? forwarded.join(',') : forwarded)?.split(',').at(-1)?.trim()
  return named || (request.socket.remoteAddress ?? '')
}

export const httpServer = ({ services, graphql, pages, pending, behindProxy }: Parts): Server => {
  const auth = toNodeHandler((request: Request) => services.auth.handle(request))
  const files = openFiles(pages)
  const evidence = evidenceRoutes(services)
  const imports = importRoutes(services)
  const exports = exportRoutes(services)
  const reports = reportRoutes(services)
  const figures = figureRoutes(services)
  const secure = services.baseUrl.startsWith('https:')

  const origins = originsOf(services.baseUrl)
  /** What another site's form or script can send is not for us, signed in or not. SEC-10 */
  const fromHere = ({ method, headers }: IncomingMessage) =>
    method === 'GET' ||
    ((headers.origin === undefined || origins.includes(headers.origin)) && /^application\/json\b/i.test(headers['content-type'] ?? ''))

  const ready = async (response: ServerResponse) => {
    const waiting = await pending().catch(() => undefined)
    if (waiting === undefined) return say(response, 503, { ready: false, database: 'unreachable' })
    return waiting.length ? say(response, 503, { ready: false, migrations: waiting }) : say(response, 200, { ready: true })
  }

  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const nonce = newNonce()
    guard(response, nonce, secure)
    request.headers[addressHeader] = addressOf(request, behindProxy)
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://here').pathname)
    tell(request, response, path)
    if (path === '/metrics') return serveMetrics(services, request, response, behindProxy)
    if (path === '/healthz') return say(response, 200, { alive: true })
    if (path === '/readyz') return ready(response)
    if (path === '/graphql') return graphql(request, response)
    if (/^\/(uploads|files)(\/|$)/.test(path)) return evidence(request, response, path)
    if (path.startsWith('/imports/')) return imports(request, response, path)
    if (path.startsWith('/exports/')) return exports(request, response, path)
    if (path.startsWith('/figures/')) return figures(request, response, path)
    if (path.startsWith('/reports/')) return reports(request, response, path)
    if (path.startsWith('/api/auth/'))
      return fromHere(request) ? auth(request, response) : say(response, 403, { code: 'INVALID_ORIGIN', message: 'Invalid origin' })
    if (request.method !== 'GET' && request.method !== 'HEAD') return response.writeHead(405, { allow: 'GET, HEAD' }).end()
    return files(request, response, path === '/' ? '/index.html' : path, nonceInto(nonce))
  }

  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => {
      // a path that is no path at all is the caller's mistake
      const status = error instanceof URIError ? 400 : 500
      if (status === 500) log.error({ error }, 'A request failed')
      if (response.headersSent) response.destroy()
      else
        response
          .writeHead(status, { 'content-type': 'text/plain; charset=utf-8' })
          .end(status === 400 ? 'Bad request' : 'Something went wrong')
    })
  })
  server.headersTimeout = 10_000
  server.requestTimeout = 60_000
  return server
}
