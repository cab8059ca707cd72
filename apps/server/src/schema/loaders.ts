import type { Moment, NounName } from '@lintel/domain'
import DataLoader from 'dataloader'
import type { Department, Person, Project } from '../generated/prisma/client.ts'
import { heldBy } from '../fields/readable.ts'
import type { Company } from '../records/company.ts'
import { mappings } from '../records/mappings.ts'
import { storedColumns, storedFrom, type StoredRow } from '../records/source.ts'
import type { Stored } from '../records/stored.ts'
import { availableOn, type Available } from './available.ts'
import type { Reader, Reading } from './context.ts'

export type PersonRow = Pick<Person, 'id' | 'name' | 'positionKeys' | 'state' | 'revision' | 'version'>

export type SeatEvent = {
  readonly type: 'SignersAdded' | 'HandedOver'
  readonly by: string
  readonly at: Date
  readonly seats: readonly string[]
}

type Of = { readonly noun: NounName; readonly id: string }
const key = { cacheKeyFn: ({ noun, id }: Of) => `${noun}:${id}` }

/** What a request looks up many times is asked for once. */
export type Loaders = {
  readonly people: DataLoader<string, PersonRow | undefined>
  /** Who was asked to sign by whom, and whose seat became whose. B-11 */
  readonly seatEvents: DataLoader<string, readonly SeatEvent[]>
  readonly departments: DataLoader<string, Department | undefined>
  readonly projects: DataLoader<string, Project | undefined>
  /** Records as the domain knows them. */
  readonly records: DataLoader<Of, Stored | undefined, string>
  /** What the reader can decide on them. */
  readonly available: DataLoader<Of, readonly Available[], string>
  /** Whether a task the reader holds lets them read the record. B-7 */
  readonly granted: DataLoader<string, boolean>
}

export const loadersFor = (prisma: Reading, reader: Reader | undefined, now: () => Moment, company: Company): Loaders => {
  const records = new DataLoader<Of, Stored | undefined, string>(async (keys) => {
    const found = new Map<string, Stored>()
    for (const noun of new Set(keys.map((one) => one.noun))) {
      const ids = keys.filter((one) => one.noun === noun).map(({ id }) => id)
      const rows = await prisma.$queryRawUnsafe<StoredRow[]>(
        `select ${storedColumns} from "${mappings[noun].table}" where id = any($1::uuid[])`,
        ids,
      )
      for (const row of rows) found.set(row.id, storedFrom(noun, row))
    }
    return keys.map(({ id }) => found.get(id))
  }, key)
  return {
    records,
    available: new DataLoader<Of, readonly Available[], string>(async (keys) => {
      if (!reader) return keys.map(() => [])
      const found = (await records.loadMany(keys)).flatMap((one) => (one === undefined || one instanceof Error ? [] : [one]))
      const open = await availableOn(found, { prisma, now: now(), company }, reader.deciding)
      return keys.map(({ id }) => open.get(id) ?? [])
    }, key),
    people: new DataLoader(async (ids) => {
      const rows = await prisma.person.findMany({
        where: { id: { in: [...ids] } },
        select: { id: true, name: true, positionKeys: true, state: true, revision: true, version: true },
      })
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id))
    }),
    seatEvents: new DataLoader(async (ids) => {
      const rows = await prisma.$queryRawUnsafe<(SeatEvent & { id: string })[]>(
        `select record_id::text as id, type, actor::text as by, at,
                case when type = 'SignersAdded' then array(select one ->> 'id' from jsonb_array_elements(payload -> 'added') one) else array[payload ->> 'seat'] end as seats
         from event where record_id = any($1::uuid[]) and type in ('SignersAdded', 'HandedOver') order by seq`,
        ids,
      )
      return ids.map((id) => rows.filter((row) => row.id === id))
    }),
    projects: new DataLoader(async (ids) => {
      const rows = await prisma.project.findMany({ where: { id: { in: [...ids] } } })
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id))
    }),
    departments: new DataLoader(async (ids) => {
      const rows = await prisma.department.findMany({ where: { id: { in: [...ids] } } })
      const byId = new Map(rows.map((row) => [row.id, row]))
      return ids.map((id) => byId.get(id))
    }),
    granted: new DataLoader(async (ids) => {
      if (!reader) return ids.map(() => false)
      const values: unknown[] = [ids]
      const holding = heldBy(reader, now(), { bind: (value) => `$${values.push(value)}` })
      const rows = await prisma.$queryRawUnsafe<{ id: string }[]>(
        `select distinct read::text as id from task k, unnest(k.reads || k.record_id) read where read = any($1::uuid[]) and (k.reads && $1::uuid[] or k.record_id = any($1::uuid[])) and ${holding}`,
        ...values,
      )
      const granted = new Set(rows.map(({ id }) => id))
      return ids.map((id) => granted.has(id))
    }),
  }
}
