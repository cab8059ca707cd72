import type { IncomingMessage, ServerResponse } from 'node:http'
import { NotTaken, no } from '../files/no.ts'
import { readableFile } from '../files/readable.ts'
import { serveFile, views, type View } from '../files/serve.ts'
import { turns } from '../files/turns.ts'
import { standing } from '../files/unaltered.ts'
import { openUploads } from '../files/uploads.ts'
import type { Services } from '../services.ts'
import { languageOf } from '../words/say.ts'
import { notOurs, originsOf } from './ours.ts'

const isView = (name: string | undefined): name is View => views.some((view) => view === name)
const say = (response: ServerResponse, status: number, body: string) =>
  void response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' }).end(body)

/**
 * `/uploads`: files on their way here. `/files/<id>/<view>`: files that are here. Both for people who are signed in, and
 * what changes something from our own pages only.
 */
export const evidenceRoutes = (services: Services) => {
  const { auth, depot, database, baseUrl } = services
  const origins = originsOf(baseUrl)
  const uploads = openUploads(services)
  const checking = turns(2)

  return async (request: IncomingMessage, response: ServerResponse, path: string) => {
    const language = languageOf(request.headers['accept-language'])
    try {
      const looks = request.method === 'GET' || (request.method === 'HEAD' && path.startsWith('/files/'))
      const elsewhere = looks ? undefined : notOurs(request, origins)
      if (elsewhere) return say(response, 403, JSON.stringify({ code: 'INVALID_ORIGIN', message: elsewhere }))
      const headers = new Headers()
      if (request.headers.cookie) headers.set('cookie', request.headers.cookie)
      const signedIn = await auth.signedIn(headers)
      if (!signedIn) throw no('SignInFirst')
      const [, area, id = '', what] = path.split('/')
      if (area === 'uploads' && what === 'finish' && request.method === 'POST')
        return say(response, 200, JSON.stringify(await uploads.finish(id, signedIn.person)))
      if (area === 'uploads') return await uploads.handle(request, response, { person: signedIn.person, language })
      if (what === 'check' && request.method === 'POST') {
        const file = await readableFile(services, signedIn, id)
        if (!file) throw no('NotFound')
        const is = await checking(() => standing(depot, file.hash))
        const { rows } = await database.pool.query<{ at: Date }>('select now() as at')
        return say(response, 200, JSON.stringify({ standing: is, hash: file.hash, at: rows[0]?.at.toISOString() }))
      }
      if (!looks) return void response.writeHead(405, { allow: 'GET, HEAD' }).end()
      return await serveFile(
        depot,
        request,
        response,
        isView(what) ? await readableFile(services, signedIn, id) : undefined,
        isView(what) ? what : 'original',
      )
    } catch (error) {
      if (!(error instanceof NotTaken) || response.headersSent) throw error
      return say(response, error.status, error.body(language))
    }
  }
}
