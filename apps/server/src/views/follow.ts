import type { Moment, NounName, PersonId } from '@lintel/domain'
import type pg from 'pg'
import type { Database } from '../database/database.ts'
import { idsUpTo } from '../fields/query.ts'
import { UnusableArgument } from '../fields/usable.ts'
import { keepMessages, type NewMessage } from '../messages/keep.ts'
import type { Company } from '../records/company.ts'
import type { Reading } from '../schema/context.ts'
import { unguarded } from '../schema/index.ts'
import { readerFrom } from '../schema/reader.ts'
import { filterFrom, mostFollowed, registryOf, type ViewState } from './state.ts'

type Followed = {
  readonly view: string
  readonly person: PersonId
  readonly began: boolean
  readonly looks: number
  readonly noun: NounName
  readonly name: string
  readonly state: ViewState
  readonly audience: string
  readonly owner: string
  readonly position: string | null
}
/** More at once are told of together. */
const oneByOne = 10

const claim = async (client: pg.ClientBase, at: string) => {
  const { rows } = await client.query<Followed>({
    name: 'a view to look through',
    text: `select c.view_id::text as view, c.person_id::text as person, c.began, c.looks, v.noun, v.name, v.state, v.audience, v.owner_id::text as owner, v.position
           from list_view_choice c join list_view v on v.id = c.view_id
           where c.subscribed and (c.looked_at is null or c.looked_at < $1) order by c.looked_at nulls first limit 1 for update of c skip locked`,
    values: [at],
  })
  return rows[0]
}

/** What is in it for them now, with the rights they have now; nothing where that cannot be said. */
const idsIn = async (database: Database, company: Company, { person, noun, state, audience, owner, position }: Followed, now: Moment) => {
  const registry = registryOf(noun)
  const reader = readerFrom(company, person)
  const theirs = reader && (owner === person || audience === 'everyone' || reader.actor.positions.some((one) => one === position))
  if (!registry || !theirs) return undefined
  try {
    const filter = filterFrom(unguarded, registry, reader, state.filter)
    return await database.reading(reader.projectsOf('customer.read'), (db) =>
      idsUpTo(db as unknown as Reading, { registry, reader, now, filter }, mostFollowed),
    )
  } catch (error) {
    // a field they may no longer use
    if (error instanceof UnusableArgument) return undefined
    throw error
  }
}

const messagesOf = async (client: pg.ClientBase, followed: Followed, entered: readonly string[]): Promise<readonly NewMessage[]> => {
  const { view, person, noun, name, looks } = followed
  const same = { person, kind: 'view', noun, part: name, view } as const
  if (entered.length > oneByOne) return [{ ...same, stage: 'enteredMany', title: String(entered.length), key: `view ${view} ${looks}` }]
  // of customers nothing is said that not everybody may read
  const { rows } = await client.query<{ id: string; number: string | null; label: string }>(
    `select e.id::text as id, e.number, e.label from search_entry e where e.id = any($1::uuid[])`,
    [entered],
  )
  const known = new Map(rows.map((row) => [row.id, row]))
  return entered.map((record) => {
    const about = known.get(record)
    return {
      ...same,
      stage: 'entered',
      record,
      title: about?.label ?? '',
      key: `view ${view} ${record} ${looks}`,
      ...(about?.number ? { number: about.number } : {}),
    }
  })
}

/** Looks through one view: what was not in it the last time has entered it. */
const lookThrough = async (client: pg.ClientBase, followed: Followed, ids: readonly string[], now: Moment) => {
  const { view, person, began } = followed
  await client.query('delete from list_view_member where view_id = $1 and person_id = $2 and record_id <> all($3::uuid[])', [
    view,
    person,
    ids,
  ])
  const { rows } = await client.query<{ id: string }>(
    `insert into list_view_member (view_id, person_id, record_id) select $1, $2, unnest($3::uuid[]) on conflict do nothing returning record_id::text as id`,
    [view, person, ids],
  )
  const entered = rows.map(({ id }) => id)
  return began && entered.length ? keepMessages(client, await messagesOf(client, followed, entered), now) : []
}

/**
 * Tells people what entered the views they follow, each view once: in one transaction with the note of what is in it, so
 * that any number of processes may do this at once and one killed in the middle has said nothing. What they may not read
 * (any more) is not in it. Gives the people who were told. X-9, REL-12
 */
export const tellOfViews = async (database: Database, company: () => Promise<Company>, now: Moment): Promise<readonly PersonId[]> => {
  const told = new Set<PersonId>()
  const at = new Date(now).toISOString()
  const client = await database.pool.connect()
  try {
    for (let more = true; more;) {
      await client.query('begin')
      try {
        const followed = await claim(client, at)
        if (followed) {
          const ids = await idsIn(database, await company(), followed, now)
          if (ids) for (const person of await lookThrough(client, followed, ids, now)) told.add(person)
          await client.query(
            'update list_view_choice set looked_at = $3, looks = looks + 1, began = began or $4 where view_id = $1 and person_id = $2',
            [followed.view, followed.person, at, ids !== undefined],
          )
        }
        await client.query('commit')
        more = followed !== undefined
      } catch (error) {
        await client.query('rollback').catch(() => {})
        throw error
      }
    }
  } finally {
    client.release()
  }
  return [...told]
}
