import type { PersonId } from '@lintel/domain'
import type pg from 'pg'
import { no } from './no.ts'

/** What one person may have on its way, or here and on no record yet. X-8 */
export const mostPending = { files: 200, bytes: 3 * 1024 ** 3, begunInAMinute: 120 }

type Begun = { readonly id: string; readonly by: PersonId; readonly name: string; readonly size: number }
/** Begins an upload, unless too much of the person's is on its way already. */
export const beginUpload = async (pool: pg.Pool, { id, by, name, size }: Begun) => {
  const { rowCount } = await pool.query(
    `with pending as (
       select size, at from upload where by_id = $2
       union all select f.size, f.at from file f where by_id = $2 and not exists (select from evidence_file e where e.id = f.id)
         and not exists (select from import i where i.file_id = f.id)),
     recent as (select count(*) as n from (
       select from upload where by_id = $2 and at > now() - interval '1 minute'
       union all select from file where by_id = $2 and at > now() - interval '1 minute') r)
     insert into upload (id, by_id, name, size)
     select $1, $2, $3, $4 from (select count(*) as files, coalesce(sum(size), 0) as bytes from pending) p, recent
     where p.files < $5 and p.bytes + $4::bigint <= $6 and recent.n < $7`,
    [id, by, name, size, mostPending.files, mostPending.bytes, mostPending.begunInAMinute],
  )
  if (!rowCount) throw no('TooMany')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** An upload under way, for whoever began it; for everybody else there is none. SEC-4 */
export const uploadOf = async (pool: pg.Pool, id: string, by: PersonId): Promise<{ name: string; size: number } | undefined> => {
  if (!uuid.test(id)) return undefined
  const { rows } = await pool.query<{ name: string; size: string }>('select name, size from upload where id = $1 and by_id = $2', [id, by])
  return rows[0] && { name: rows[0].name, size: Number(rows[0].size) }
}
