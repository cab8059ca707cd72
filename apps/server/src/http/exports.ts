import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { addressHeader } from '../auth/auth.ts'
import { exportOf } from '../export/row.ts'
import { Missing } from '../files/depot.ts'
import { plainExportId } from '../schema/export.ts'
import type { Services } from '../services.ts'

const types = { csv: 'text/csv; charset=utf-8', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' }
const notThere = (response: ServerResponse) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found')
}

/** `/exports/<id>`: the file of an export, for whoever asked for it and nobody else; that it was taken is written down. X-10, X-7 */
export const exportRoutes =
  ({ auth, records, database: { pool, prisma }, depot }: Services) =>
  async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    const headers = new Headers()
    if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
    const signedIn = await auth.signedIn(headers)
    const [, , id = '', more] = path.split('/')
    const plain = more === undefined ? plainExportId(id) : undefined
    const row = signedIn && plain ? await exportOf(pool, plain) : undefined
    // to whoever did not ask for it, it is not there; who has left asks for nothing any more. SEC-4
    if (!signedIn || row?.by !== signedIn.person || !row.place || !(await records.company()).deciding(signedIn.person))
      return notThere(response)
    try {
      const bytes = await depot.open(row.place)
      await pool.query('update export set taken_at = now() where id = $1', [row.id])
      const address = request.headers[addressHeader]
      await prisma.securityEvent.create({
        data: {
          kind: 'exportTaken',
          personId: row.by,
          ...(typeof address === 'string' ? { address: address.slice(0, 60) } : {}),
          agent: request.headers['user-agent']?.slice(0, 200) ?? null,
        },
      })
      const name = encodeURIComponent(`${row.title} ${new Date(row.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)}.${row.format}`)
      response.writeHead(200, {
        'content-type': types[row.format],
        'content-length': row.size ?? 0,
        'content-disposition': `attachment; filename="export.${row.format}"; filename*=UTF-8''${name.replaceAll(/['()*!]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`,
        'cache-control': 'private, no-store',
        'content-security-policy': "default-src 'none'; sandbox",
      })
      await pipeline(bytes, response)
    } catch (error) {
      if (error instanceof Missing && !response.headersSent) return notThere(response)
      // whoever took it went away
      if (response.headersSent) return void response.destroy()
      throw error
    }
  }
