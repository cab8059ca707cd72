import { refuse, type NounName, type PersonId, type Refusal } from '@lintel/domain'
import type { Reader } from '../schema/context.ts'
import type { Services } from '../services.ts'
import { idFrom } from '../records/identity.ts'
import type { ViewState } from './state.ts'

export const audiences = ['me', 'position', 'everyone'] as const
export type Audience = (typeof audiences)[number]
export type ViewRow = {
  readonly id: string
  readonly noun: NounName
  readonly audience: Audience
  readonly ownerId: PersonId
  readonly position: string | null
  readonly name: string
  readonly state: ViewState
  readonly first: boolean
  readonly version: number
  readonly tab: boolean
  readonly subscribed: boolean
}
export type NewView = Pick<ViewRow, 'name' | 'audience' | 'position' | 'first' | 'state'>

/** Of a kind of record, for one person: more than these nobody finds again. */
const most = 100
export const sharing = 'view.share'
export const beginning = 'view.setDefault'

type Query = (text: string, values: readonly unknown[]) => Promise<readonly unknown[]>

/** The views of a noun that a person sees: their own, those of their positions, those for everyone; or one of them. */
export const visibleViews = async (query: Query, reader: Reader, asked: { readonly noun: NounName } | { readonly id: string }) => {
  const { person, positions } = reader.actor
  return (await query(
    `select v.id::text as id, v.noun, v.audience, v.owner_id::text as "ownerId", v.position, v.name, v.state, v.first, v.version,
            coalesce(c.tab, true) as tab, coalesce(c.subscribed, false) as subscribed
     from list_view v left join list_view_choice c on c.view_id = v.id and c.person_id = $1::uuid
     where (v.owner_id = $1::uuid or v.audience = 'everyone' or v.position = any($2::text[])) and ${'noun' in asked ? 'v.noun = $3' : 'v.id = $3::uuid'}
     order by array_position('{everyone,position,me}'::text[], v.audience), v.first desc, v.made_at, v.id limit ${2 * most}`,
    [person, positions, 'noun' in asked ? asked.noun : asked.id],
  )) as readonly ViewRow[]
}

/** What changing a view for this audience asks for; nothing where it is one's own affair. */
const missing = (reader: Reader, { audience, first }: Pick<NewView, 'audience' | 'first'>): Refusal | undefined => {
  if (audience !== 'me' && !reader.may(sharing)) return refuse('NeedsPermission', { permission: sharing })
  if (first && !reader.may(beginning)) return refuse('NeedsPermission', { permission: beginning })
  return undefined
}
/** Nobody's change alters another's own view; a shared one is changed by whoever may share. X-9 */
export const mayChange = (reader: Reader, view: Pick<ViewRow, 'audience' | 'ownerId' | 'first'>) =>
  view.audience === 'me' ? view.ownerId === reader.actor.person : missing(reader, view) === undefined

const wrongIn = ({ name, audience, position, first }: NewView): Refusal | undefined => {
  if (name === '') return refuse('BadInput', { field: 'name', problem: 'missing' })
  if (name.length > 60) return refuse('BadInput', { field: 'name', problem: 'tooLong' })
  if (name.includes('\0')) return refuse('BadInput', { field: 'name', problem: 'characters' })
  if ((audience === 'position') !== (position !== null)) return refuse('BadInput', { field: 'position', problem: 'missing' })
  if (first && audience === 'me') return refuse('BadInput', { field: 'first', problem: 'notAChoice' })
  return undefined
}
const isTaken = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === '23505'

/** One person's views, to be kept, changed and taken away; none of it changes a record. */
export const viewsOf = ({ database: { pool } }: Pick<Services, 'database'>, reader: Reader) => {
  const { person } = reader.actor
  const query: Query = async (text, values) => (await pool.query(text, [...values])).rows as unknown[]
  const find = async (id: string) => (await visibleViews(query, reader, { id }))[0]
  /** What a list begins with there is one of: the one before steps back. */
  const write = async (view: NewView, noun: NounName, id: string, text: string, values: readonly unknown[]): Promise<ViewRow | Refusal> => {
    const client = await pool.connect()
    try {
      await client.query('begin')
      if (view.first)
        await client.query(
          `update list_view set first = false, version = version + 1 where noun = $1 and first and audience = $2 and position is not distinct from $3 and id <> $4`,
          [noun, view.audience, view.position, id],
        )
      const { rowCount } = await client.query(text, [...values])
      await client.query('commit')
      const kept = await find(id)
      return rowCount ? (kept ?? refuse('NotFound')) : kept ? refuse('ChangedSinceSeen', { record: 'view' }) : refuse('NotFound')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      if (isTaken(error)) return refuse('AlreadyExists', { what: view.name })
      throw error
    } finally {
      client.release()
    }
  }
  return {
    /** The same key again gives the view it made. */
    async add(noun: NounName, key: string, given: NewView): Promise<ViewRow | Refusal> {
      const view = { ...given, name: given.name.trim() }
      const no = wrongIn(view) ?? missing(reader, view)
      if (no) return no
      const id = idFrom('view', person, key)
      const known = await find(id)
      if (known) return known
      const [counted] = (await query(`select count(*)::int as n from list_view where owner_id = $1 and noun = $2`, [person, noun])) as {
        n: number
      }[]
      if ((counted?.n ?? 0) >= most) return refuse('BadInput', { field: 'name', problem: 'tooManyViews' })
      return write(
        view,
        noun,
        id,
        `insert into list_view (id, noun, audience, owner_id, position, name, state, first) values ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [id, noun, view.audience, person, view.position, view.name, JSON.stringify(view.state), view.first],
      )
    },
    /** On the version that was seen: who comes second is told instead of overwriting. B-4 */
    async change(id: string, version: number, given: NewView): Promise<ViewRow | Refusal> {
      const view = { ...given, name: given.name.trim() }
      const was = await find(id)
      if (!was) return refuse('NotFound')
      if (!mayChange(reader, was)) return was.audience === 'me' ? refuse('NotAllowed') : (missing(reader, was) ?? refuse('NotAllowed'))
      const no = wrongIn(view) ?? missing(reader, view)
      if (no) return no
      return write(
        view,
        was.noun,
        id,
        `update list_view set audience = $3, position = $4, name = $5, state = $6, first = $7, version = version + 1 where id = $1 and version = $2`,
        [id, version, view.audience, view.position, view.name, JSON.stringify(view.state), view.first],
      )
    },
    async remove(id: string, version: number): Promise<ViewRow | Refusal> {
      const was = await find(id)
      if (!was) return refuse('NotFound')
      if (!mayChange(reader, was)) return missing(reader, was) ?? refuse('NotAllowed')
      const { rowCount } = await pool.query('delete from list_view where id = $1 and version = $2', [id, version])
      return rowCount ? was : refuse('ChangedSinceSeen', { record: 'view' })
    },
    /** Whether it stands above the list, and whether they are told what enters it. */
    async choose(id: string, { tab, subscribed }: Pick<ViewRow, 'tab' | 'subscribed'>): Promise<ViewRow | Refusal> {
      if (!(await find(id))) return refuse('NotFound')
      // what is in it when somebody subscribes is no news
      await pool.query(
        `insert into list_view_choice as c (view_id, person_id, tab, subscribed) values ($1, $2, $3, $4)
         on conflict (view_id, person_id) do update set tab = excluded.tab, subscribed = excluded.subscribed,
           began = c.began and excluded.subscribed`,
        [id, person, tab, subscribed],
      )
      return (await find(id)) ?? refuse('NotFound')
    },
  }
}
export type Views = ReturnType<typeof viewsOf>
