import type { KeptFile, Moment, NounName } from '@lintel/domain'
import type { SignedIn } from '../auth/auth.ts'
import type { Reading, Reader } from '../schema/context.ts'
import { loadersFor } from '../schema/loaders.ts'
import { readerFrom } from '../schema/reader.ts'
import { seesPersonal, visibleImports } from '../import/reading.ts'
import type { Db } from '../database/database.ts'
import { mayRead } from '../schema/reading.ts'
import type { Services } from '../services.ts'
import type { Hidden } from './film.ts'

export type ReadableFile = {
  readonly hash: string
  readonly kind: KeptFile['kind']
  readonly type: string
  readonly name: string
  readonly size: number
  readonly pictured: boolean
  readonly hidden: readonly Hidden[]
  /** Whether it may be had as it came, with where it was taken. X-8 */
  readonly original: boolean
}

/** Whether it came with an import the reader may see. X-5 */
const importedFor = async (db: Db, reader: Reader, file: string) => {
  const values: unknown[] = [file]
  const visible = visibleImports(reader, (value) => `$${values.push(value)}`)
  const found = await db.$queryRawUnsafe<unknown[]>(`select 1 from import i where i.file_id = $1::uuid and ${visible} limit 1`, ...values)
  return found.length > 0 && seesPersonal(reader)
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * A file, for whoever may read the record it hangs on, by the rules by which the record itself is read; on no record yet,
 * for whoever sent it. For everybody else there is none. X-8, SEC-4
 */
export const readableFile = async (
  { database, records, clock }: Pick<Services, 'database' | 'records' | 'clock'>,
  { person }: SignedIn,
  id: string,
): Promise<ReadableFile | undefined> => {
  const company = await records.company()
  const reader = readerFrom(company, person)
  if (!reader || !uuid.test(id)) return undefined
  return database.reading(reader.projectsOf('customer.read'), async (db) => {
    const row = await db.file.findUnique({ where: { id }, include: { evidence: true } })
    if (!row) return undefined
    const { evidence } = row
    const now = () => clock.now(Date.now() as Moment)
    const loaders = loadersFor(db as unknown as Reading, reader, now, company)
    const allowed = evidence
      ? // a record's noun is one of those that take evidence: its mapping wrote it
        await mayRead(evidence.noun as NounName, { id: evidence.recordId, projectId: evidence.projectId }, { reader, loaders })
      : row.byId === person || (await importedFor(db, reader, id))
    if (!allowed) return undefined
    const { hash, type, name, pictured } = row
    const kind = row.kind as KeptFile['kind']
    const asItCame = kind === 'document' || kind === 'recording' || (evidence ? reader.may('evidence.original', evidence.projectId) : true)
    return {
      hash,
      kind,
      type,
      name,
      size: Number(row.size),
      pictured,
      hidden: (row.hidden ?? []) as unknown as readonly Hidden[],
      original: asItCame,
    }
  })
}
