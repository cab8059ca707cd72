import type { CompanySettings, Delegation, Department, Moment, NounName, Person, Position } from '@lintel/domain'
import type pg from 'pg'
import { companyOf, type Company } from './company.ts'
import { mappings } from './mappings.ts'
import { storedColumns, storedFrom, type StoredRow } from './source.ts'

/** The nouns that the company's cache is made of. */
export const companyNouns: readonly NounName[] = ['person', 'position', 'department', 'delegation', 'settings']

const all = async <R>(client: Pick<pg.ClientBase, 'query'>, noun: NounName): Promise<R[]> => {
  const { rows } = await client.query<StoredRow>(`select ${storedColumns} from "${mappings[noun].table}"`)
  // the table of a noun holds its records
  return rows.map((row) => storedFrom(noun, row).record as unknown as R)
}

export const loadCompany = async (client: Pick<pg.ClientBase, 'query'>): Promise<Company> =>
  companyOf({
    persons: await all<Person>(client, 'person'),
    positions: await all<Position>(client, 'position'),
    departments: await all<Department>(client, 'department'),
    delegations: await all<Delegation>(client, 'delegation'),
    settings: (await all<CompanySettings>(client, 'settings'))[0],
  })

/** How often people have changed; nobody changes them before this transaction ends. */
export const peopleHeld = async (client: pg.ClientBase): Promise<string> => {
  const { rows } = await client.query<{ epoch: string }>({
    name: 'hold people',
    text: `select count::text as epoch from epoch where of = 'people' for share`,
  })
  return rows[0]?.epoch ?? ''
}

type Now = { now: string; epoch: string }

/** The company as this process remembers it, read anew when the database says that it changed. */
export const companyCache = () => {
  let known: { readonly epoch: string; readonly company: Company } | undefined
  const at = async (client: Pick<pg.ClientBase, 'query'>, epoch: string) => {
    if (known?.epoch === epoch) return known.company
    const company = await loadCompany(client)
    known = { epoch, company }
    return company
  }
  return {
    /** The time and the company inside a transaction: never older than it. */
    async scene(client: pg.ClientBase): Promise<{ readonly now: Moment; readonly company: Company; readonly epoch: string }> {
      const { rows } = await client.query<Now>({
        name: 'scene',
        text: `select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now, (select count from epoch where of = 'people')::text as epoch`,
      })
      const row = rows[0]
      if (!row) throw new Error('the database does not tell the time')
      return { now: Number(row.now) as Moment, company: await at(client, row.epoch), epoch: row.epoch }
    },
    /** For reading: as of the last time it was asked, or dropped. */
    async read(pool: pg.Pool): Promise<Company> {
      if (known) return known.company
      const { rows } = await pool.query<{ epoch: string }>(`select count::text as epoch from epoch where of = 'people'`)
      return at(pool, rows[0]?.epoch ?? '')
    },
    drop() {
      known = undefined
    },
  }
}
export type CompanyCache = ReturnType<typeof companyCache>
