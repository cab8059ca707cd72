import type { Finding } from '@lintel/domain'
import type pg from 'pg'
import { building, contractor, counted, joined, ofCell, type CellKey } from './cells.ts'
import type { Text } from './terms.ts'

export type Case = Text & {
  readonly project: string
  readonly building: string | null
  readonly houseType: string | null
  readonly contractor: string | null
}

/** Of more than these, the newest are looked at: memory is bounded, and what is new is what is asked. */
const most = 3_000

/** Whether a case lies where a finding or a problem is about. */
export const liesIn = (one: Case, { dimension, value }: Pick<Finding, 'dimension' | 'value'>) =>
  dimension === 'company' || one[dimension] === value

const columns = `c.id, c.title, c.wording, c.project_id as project, ${building} as building, u.house_type as "houseType", w.contractor_id as contractor`

/** The complaints of a cell from a moment on until another, newest first. */
export const casesOf = async (
  client: Pick<pg.Pool, 'query'>,
  { element, category }: CellKey,
  { from, until }: { readonly from: string; readonly until: string },
): Promise<readonly Case[]> => {
  const { rows } = await client.query<Case>(
    `select ${columns} from ${joined} ${contractor}
     where ${ofCell} and c.registered_at >= $3::timestamptz and c.registered_at < $4::timestamptz and ${counted}
     order by c.registered_at desc, c.id limit ${most}`,
    [element, category, from, until],
  )
  return rows
}

/** The newest members of a problem, which say what it is about. */
export const membersOf = async (client: Pick<pg.Pool, 'query'>, problem: string, take: number): Promise<readonly Text[]> => {
  const { rows } = await client.query<Text>(
    `select c.id, c.title, c.wording from problem_complaint p join complaint c on c.id = p.complaint_id
     where p.problem_id = $1 order by c.registered_at desc, c.id limit ${take}`,
    [problem],
  )
  return rows
}
