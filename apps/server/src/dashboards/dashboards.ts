import { refuse, type PersonId, type Refusal } from '@lintel/domain'
import { idFrom } from '../records/identity.ts'
import type { Reader } from '../schema/context.ts'
import type { Services } from '../services.ts'
import { mayChange, sharing, type Audience } from '../views/views.ts'
import type { DashboardFigure } from './figure.ts'

/** 看板: figures kept side by side. It changes no record, owes nothing, and has no history. X-9 */
export type DashboardRow = {
  readonly id: string
  readonly audience: Audience
  readonly ownerId: PersonId
  readonly position: string | null
  readonly name: string
  readonly figures: readonly DashboardFigure[]
  readonly version: number
}
export type NewDashboard = Pick<DashboardRow, 'name' | 'audience' | 'position' | 'figures'>

/** For one person: more than these nobody finds again. */
const most = 50
const mostFigures = 24

type Query = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>

/** The dashboards a person sees: those for everyone, for their positions, their own; or one of them. */
export const visibleDashboards = (query: Query, reader: Reader, id: string | undefined) =>
  query<DashboardRow>(
    `select d.id::text as id, d.audience, d.owner_id::text as "ownerId", d.position, d.name, d.figures, d.version from dashboard d
     where (d.owner_id = $1::uuid or d.audience = 'everyone' or d.position = any($2::text[])) ${id === undefined ? '' : 'and d.id = $3::uuid'}
     order by array_position('{everyone,position,me}'::text[], d.audience), d.made_at, d.id limit ${4 * most}`,
    [reader.actor.person, reader.actor.positions, ...(id === undefined ? [] : [id])],
  )

const missing = (reader: Reader, audience: Audience): Refusal | undefined =>
  audience === 'me' || reader.may(sharing) ? undefined : refuse('NeedsPermission', { permission: sharing })

/** Nobody's change alters another's own; a shared one is changed by whoever may share. X-9 */
export const mayChangeDashboard = (reader: Reader, row: DashboardRow) => mayChange(reader, { ...row, first: false })

const wrongIn = ({ name, audience, position, figures }: NewDashboard): Refusal | undefined => {
  if (name === '') return refuse('BadInput', { field: 'name', problem: 'missing' })
  if (name.length > 60) return refuse('BadInput', { field: 'name', problem: 'tooLong' })
  if (name.includes('\0')) return refuse('BadInput', { field: 'name', problem: 'characters' })
  if ((audience === 'position') !== (position !== null)) return refuse('BadInput', { field: 'position', problem: 'missing' })
  if (figures.length > mostFigures) return refuse('BadInput', { field: 'figures', problem: 'tooMany' })
  return undefined
}
const isTaken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'

/** One person's dashboards, to be kept, changed and taken away. */
export const dashboardsOf = ({ database: { pool } }: Pick<Services, 'database'>, reader: Reader) => {
  const { person } = reader.actor
  const query: Query = async <Row>(text: string, values: readonly unknown[]) => (await pool.query(text, [...values])).rows as Row[]
  const find = async (id: string) => (await visibleDashboards(query, reader, id))[0]
  const write = async (id: string, name: string, text: string, values: readonly unknown[]): Promise<DashboardRow | Refusal> => {
    try {
      const { rowCount } = await pool.query(text, [...values])
      const kept = await find(id)
      return rowCount && kept ? kept : kept ? refuse('ChangedSinceSeen', { record: 'dashboard' }) : refuse('NotFound')
    } catch (error) {
      if (isTaken(error)) return refuse('AlreadyExists', { what: name })
      throw error
    }
  }
  return {
    /** The same key again gives the one it made. */
    async add(key: string, given: NewDashboard): Promise<DashboardRow | Refusal> {
      const one = { ...given, name: given.name.trim() }
      const no = wrongIn(one) ?? missing(reader, one.audience)
      if (no) return no
      const id = idFrom('dashboard', person, key)
      const known = await find(id)
      if (known) return known
      const [counted] = await query<{ n: number }>('select count(*)::int as n from dashboard where owner_id = $1', [person])
      if ((counted?.n ?? 0) >= most) return refuse('BadInput', { field: 'name', problem: 'tooManyDashboards' })
      return write(
        id,
        one.name,
        'insert into dashboard (id, audience, owner_id, position, name, figures) values ($1, $2, $3, $4, $5, $6)',
        [id, one.audience, person, one.position, one.name, JSON.stringify(one.figures)],
      )
    },
    /** On the version that was seen: who comes second is told instead of overwriting. B-4 */
    async change(id: string, version: number, given: NewDashboard): Promise<DashboardRow | Refusal> {
      const one = { ...given, name: given.name.trim() }
      const was = await find(id)
      if (!was) return refuse('NotFound')
      if (!mayChangeDashboard(reader, was)) return missing(reader, was.audience) ?? refuse('NotAllowed')
      const no = wrongIn(one) ?? missing(reader, one.audience)
      if (no) return no
      return write(
        id,
        one.name,
        'update dashboard set audience = $3, position = $4, name = $5, figures = $6, version = version + 1 where id = $1 and version = $2',
        [id, version, one.audience, one.position, one.name, JSON.stringify(one.figures)],
      )
    },
    async remove(id: string, version: number): Promise<DashboardRow | Refusal> {
      const was = await find(id)
      if (!was) return refuse('NotFound')
      if (!mayChangeDashboard(reader, was)) return missing(reader, was.audience) ?? refuse('NotAllowed')
      const { rowCount } = await pool.query('delete from dashboard where id = $1 and version = $2', [id, version])
      return rowCount ? was : refuse('ChangedSinceSeen', { record: 'dashboard' })
    },
  }
}
export type Dashboards = ReturnType<typeof dashboardsOf>
