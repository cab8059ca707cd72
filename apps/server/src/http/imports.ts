import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { importFor, writeErrors } from '../import/error-file.ts'
import { Unreadable } from '../import/table/table.ts'
import { plainImportId } from '../schema/import-type.ts'
import { readerFrom } from '../schema/reader.ts'
import type { Services } from '../services.ts'
import { languageOf } from '../words/say.ts'

const notThere = (response: ServerResponse) => {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' }).end('Not found')
}

/** `/imports/<id>/errors.csv`: the lines that could not be taken over, to be corrected and imported again. X-5 */
export const importRoutes =
  ({ auth, records, database: { pool }, depot }: Services) =>
  async (request: IncomingMessage, response: ServerResponse, path: string) => {
    if (request.method !== 'GET') return void response.writeHead(405, { allow: 'GET' }).end()
    const headers = new Headers()
    if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
    const signedIn = await auth.signedIn(headers)
    const reader = signedIn && readerFrom(await records.company(), signedIn.person)
    const [, , id = '', what] = path.split('/')
    const plain = plainImportId(id)
    // to whoever may not see it, it is not there. SEC-4
    const row = reader && plain && what === 'errors.csv' ? await importFor(pool, reader, plain) : undefined
    if (!reader || !row) return notThere(response)
    const name = encodeURIComponent(`${row.fileName.replace(/\.\w+$/, '')}-errors.csv`)
    response.writeHead(200, {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="errors.csv"; filename*=UTF-8''${name}`,
      'cache-control': 'private, no-store',
      'content-security-policy': "default-src 'none'; sandbox",
    })
    try {
      await writeErrors({ pool, depot }, row, reader, languageOf(request.headers['accept-language']), async (text) => {
        if (!response.write(text)) await once(response, 'drain')
      })
      response.end()
    } catch (error) {
      // what was readable stands in it already
      if (!(error instanceof Unreadable)) throw error
      response.end()
    }
  }
