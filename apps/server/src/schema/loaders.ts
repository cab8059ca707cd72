import type { Moment, NounName } from '@lintel/domain'
import DataLoader from 'dataloader'
import type { Person } from '../generated/prisma/client.ts'
import { heldBy } from '../fields/query.ts'
import { revived } from '../records/document.ts'
import { mappings } from '../records/mappings.ts'
import type { Reader, Reading } from './context.ts'

export type PersonRow = Pick<Person, 'id' | 'name' | 'positionKeys' | 'state' | 'revision' | 'version'>

/** What a request looks up many times is asked for once. */
export type Loaders = {
  readonly people: DataLoader<string, PersonRow | undefined>
  /** Records as the domain knows them. */
  readonly documents: DataLoader<
    { readonly noun: NounName; readonly id: string },
    { readonly version: number; readonly record: unknown } | undefined,
    string
  >
  /** Whether a task the reader holds lets them read the record. B-7 */
  readonly granted: DataLoader<string, boolean>
}

export const loadersFor = (prisma: Reading, reader: Reader | undefined, now: Moment): Loaders => ({
  people: new DataLoader(async (ids) => {
    const rows = await prisma.person.findMany({
      where: { id: { in: [...ids] } },
      select: { id: true, name: true, positionKeys: true, state: true, revision: true, version: true },
    })
    const byId = new Map(rows.map((row) => [row.id, row]))
    return ids.map((id) => byId.get(id))
  }),
  documents: new DataLoader(
    async (keys) => {
      const found = new Map<string, { version: number; record: unknown }>()
      for (const noun of new Set(keys.map((key) => key.noun))) {
        const ids = keys.filter((key) => key.noun === noun).map(({ id }) => id)
        const rows = await prisma.$queryRawUnsafe<{ id: string; version: number; document: unknown }[]>(
          `select id::text as id, version, document from "${mappings[noun].table}" where id = any($1::uuid[])`,
          ids,
        )
        for (const { id, version, document } of rows) found.set(id, { version, record: revived(document) })
      }
      return keys.map(({ id }) => found.get(id))
    },
    { cacheKeyFn: ({ noun, id }) => `${noun}:${id}` },
  ),
  granted: new DataLoader(async (ids) => {
    if (!reader) return ids.map(() => false)
    const values: unknown[] = [ids]
    const holding = heldBy(reader, now, { bind: (value) => `$${values.push(value)}` })
    const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
      `select distinct read::text as id from task k, unnest(k.reads || k.record_id) read where read = any($1::uuid[]) and (k.reads && $1::uuid[] or k.record_id = any($1::uuid[])) and ${holding}`,
      ...values,
    )
    const granted = new Set(rows.map(({ id }) => id))
    return ids.map((id) => granted.has(id))
  }),
})
