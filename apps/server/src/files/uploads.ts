import { AsyncLocalStorage } from 'node:async_hooks'
import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { evidenceKinds, type KeptFile, type PersonId } from '@lintel/domain'
import { Server } from '@tus/server'
import type { Services } from '../services.ts'
import type { Language } from '../words/say.ts'
import { originsOf } from '../http/ours.ts'
import { fileColumns, keptFrom, receive, type FileRow } from './receive.ts'
import { NotTaken, no } from './no.ts'
import { beginUpload, uploadOf } from './pending.ts'
import { turns } from './turns.ts'
import { largest } from './types.ts'
import { log } from '../log/log.ts'

type Asking = { readonly person: PersonId; readonly language: Language }

export type Uploads = {
  /** tus 1.0: an upload is begun, sent in pieces, and goes on where it stopped. */
  handle(request: IncomingMessage, response: ServerResponse, asking: Asking): Promise<void>
  /** Every byte has come: looks at the file and keeps it; asked again, gives the same answer. */
  finish(id: string, by: PersonId): Promise<KeptFile>
}

/** Files that are looked at at the same time. */
const atOnce = 2

export const openUploads = ({ database: { pool }, records, staging, depot, baseUrl }: Omit<Services, 'close'>): Uploads => {
  const asking = new AsyncLocalStorage<Asking>()
  const asker = () => {
    const now = asking.getStore()
    if (!now) throw no('SignInFirst')
    return now
  }
  const inTurn = turns(atOnce)

  const server = new Server({
    path: '/uploads',
    datastore: staging.store,
    relativeLocation: true,
    allowedOrigins: [...originsOf(baseUrl)],
    namingFunction: () => randomUUID(),
    async maxSize() {
      const { rules } = await records.company()
      return Math.max(...evidenceKinds.map((kind) => largest(kind, rules)))
    },
    async onUploadCreate(_, { id, size, metadata }) {
      const name = metadata?.['filename']
      if (!name || name.length > 1_000) throw no('BadName')
      if (!size) throw no('Unreadable')
      await beginUpload(pool, { id, by: asker().person, name: name.replaceAll('\0', ''), size })
      return {}
    },
    async onIncomingRequest({ method }, id) {
      if (method !== 'POST' && !(await uploadOf(pool, id, asker().person))) throw no('NotFound')
    },
    async onResponseError(_, error) {
      const { language } = asker()
      if (error instanceof NotTaken) return { status_code: error.status, body: error.body(language) }
      if ('status_code' in error && error.status_code === 413) {
        const { rules } = await records.company()
        const megabytes = Math.max(...evidenceKinds.map((kind) => largest(kind, rules))) / 1_048_576
        return { status_code: 413, body: new NotTaken({ code: 'TooLarge', megabytes }).body(language) }
      }
      if (!('status_code' in error)) log.error({ error }, 'An upload failed')
      return undefined
    },
  })

  const finished = async (id: string, by: PersonId): Promise<KeptFile | undefined> => {
    const { rows } = await pool.query<FileRow>(`select ${fileColumns} from file f where f.id = $1 and f.by_id = $2`, [id, by])
    return rows[0] && keptFrom(rows[0])
  }
  return {
    handle: (request, response, who) =>
      asking.run(who, async () => {
        await server.handle(request, response)
        const id = request.url?.split('/').at(-1) ?? ''
        if (request.method === 'DELETE' && response.statusCode === 204)
          await pool.query('delete from upload where id = $1 and by_id = $2', [id, who.person])
      }),
    finish: (id, by) =>
      inTurn(async () => {
        const upload = await uploadOf(pool, id, by)
        if (!upload) {
          const before = /^[0-9a-f-]{36}$/.test(id) ? await finished(id, by) : undefined
          if (before) return before
          throw no('NotFound')
        }
        const { offset, size } = await staging.store.getUpload(id)
        if (offset !== size) throw no('Unfinished')
        const here = await staging.local(id)
        try {
          const { rules } = await records.company()
          const kept = await receive({ pool, depot, rules }, { id, by, path: here.path, ...upload })
          await staging.remove(id)
          return kept
        } catch (error) {
          if (error instanceof NotTaken) {
            await staging.remove(id)
            await pool.query('delete from upload where id = $1', [id])
          }
          throw error
        } finally {
          await here.done()
        }
      }),
  }
}
