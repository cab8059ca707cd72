import { mkdtemp, readFile, rm } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { coerceInputValue, isInputType } from 'graphql'
import { addressHeader } from '../auth/auth.ts'
import { figureRows } from '../export/figures.ts'
import { formats } from '../export/row.ts'
import { writeFile } from '../export/write-file.ts'
import { unguarded } from '../schema/index.ts'
import { readerFrom } from '../schema/reader.ts'
import { databaseNow } from '../database/time.ts'
import type { Services } from '../services.ts'
import { asked, NotAsked, type Given } from '../trends/asked.ts'
import { trendOf } from '../trends/figures.ts'
import { languageOf } from '../words/say.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const patience = 3_000
const longest = 8_000
const end = (response: ServerResponse, status: number, said: string) =>
  void response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end(said)

const givenFrom = (written: string): Given | undefined => {
  const type = unguarded.getType('TrendAsk')
  if (written.length > longest || !isInputType(type)) return undefined
  try {
    return coerceInputValue(JSON.parse(written), type) as Given | undefined
  } catch {
    return undefined
  }
}

/** `/figures/<xlsx or csv>?ask=…`: the figures of trends as a file, with the rights of whoever takes it; that they did is written down. Y-1, X-7 */
export const figureRoutes =
  ({ auth, records, database, clock }: Services) =>
  async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    const headers = new Headers()
    if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
    const signedIn = await auth.signedIn(headers)
    const reader = signedIn && readerFrom(await records.company(), signedIn.person)
    const format = formats.find((one) => path === `/figures/${one}`)
    if (!reader || !format) return end(response, 404, 'Not found')
    const asks = new URL(request.url ?? '/', 'http://here').searchParams
    const given = givenFrom(asks.get('ask') ?? '')
    if (!given) return end(response, 400, 'Bad request')
    const language = languageOf(asks.get('language'))
    const title = (asks.get('title') || 'figures').replaceAll(/\p{Cc}/gu, ' ').slice(0, 100)
    const gone = new AbortController()
    response.once('close', () => gone.abort())
    const folder = await mkdtemp(join(tmpdir(), 'lintel-figures-'))
    try {
      const ask = asked(reader, given, clock.now(await databaseNow(database.pool)))
      const trend = await database.snapshot(patience, gone.signal, (snapshot) => trendOf(snapshot, reader, language, ask))
      if (!trend) return end(response, 503, 'Took too long')
      const { columns, rows } = figureRows(ask, trend, given.compare, language)
      const portions = async function* () {
        yield rows
      }
      const file = join(folder, 'file')
      await writeFile[format](file, title, { columns, portions: portions() }, async () => {})
      const bytes = await readFile(file)
      const address = request.headers[addressHeader]
      await database.prisma.securityEvent.create({
        data: {
          kind: 'exportTaken',
          personId: reader.actor.person,
          ...(typeof address === 'string' ? { address: address.slice(0, 60) } : {}),
          agent: request.headers['user-agent']?.slice(0, 200) ?? null,
        },
      })
      const name = encodeURIComponent(`${title}.${format}`).replaceAll(
        /['()*!]/g,
        (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
      )
      response.writeHead(200, {
        'content-type': types[format],
        'content-length': bytes.length,
        'content-disposition': `attachment; filename="figures.${format}"; filename*=UTF-8''${name}`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      response.end(bytes)
    } catch (error) {
      if (error instanceof NotAsked) return end(response, 400, 'Bad request')
      throw error
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }
