import { refuse, type Refusal } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import type { Services } from '../services.ts'
import { importDesk, type File, type ImportDesk } from './desk.ts'
import type { KindName } from './kinds/kinds.ts'
import type { ImportRow } from './row.ts'
import { askForImports } from './works.ts'

/** A person's imports as the API has them: from files they sent, played as jobs. */
export type Imports = Omit<ImportDesk, 'begin' | 'startAtOnce'> & {
  beginFrom(kind: KindName, file: string): Promise<ImportRow | Refusal>
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const tables = ['text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']

export const importsOf = ({ database: { pool }, depot }: Pick<Services, 'database' | 'depot'>, reader: Reader): Imports => {
  const { person } = reader.actor
  const desk = importDesk({ pool, depot }, { person, may: (permission) => reader.may(permission) })
  const played = async (asked: Promise<ImportRow | Refusal>) => {
    const row = await asked
    if (!('refused' in row)) await askForImports(pool)
    return row
  }
  return {
    ...desk,
    async beginFrom(kind, file) {
      // a file that hangs on a record stays with it
      const { rows } = uuid.test(file)
        ? await pool.query<File & { readonly type: string }>(
            `select id::text as id, hash, name, type from file f where id = $1 and by_id = $2 and not exists (select from evidence_file e where e.id = f.id)`,
            [file, person],
          )
        : { rows: [] }
      const [found] = rows
      if (!found) return refuse('NotFound')
      return tables.includes(found.type) ? desk.begin(kind, found) : refuse('BadInput', { field: 'file', problem: 'notATable' })
    },
    check: (...asked) => played(desk.check(...asked)),
    start: (...asked) => played(desk.start(...asked)),
  }
}
