import type { NounName, Person } from '@lintel/domain'
import type pg from 'pg'
import { outcomes } from '../messages/outcomes.ts'
import type { Telling } from './save-tasks.ts'
import { saveSearched } from '../search/save.ts'
import { countAnew } from '../trends/refresh.ts'
import { companyNouns } from './scene.ts'
import { seatsChecked } from './seats.ts'
import { revisionOf } from './stored.ts'
import type { Changed } from './unit-of-work.ts'

/** What is said about a change once it is made: which record, and how far its history goes. */
export type Touched = ToldChange & { readonly version: number; readonly head: string }
export const touchedBy = (changed: readonly Changed[]): readonly Touched[] =>
  changed.map(({ stored }) => {
    const { id, project } = stored.record
    return {
      noun: stored.noun,
      id,
      revision: revisionOf(stored),
      version: stored.version,
      head: stored.head,
      ...(project ? { project } : {}),
    }
  })

/** Something that is kept beside the records and must be as true as they are: it is written in their transaction. */
export type Projection = (client: pg.ClientBase, changed: readonly Changed[], telling: Telling) => Promise<void>

/** What every process remembers of people and rules is out of date from this transaction on. */
const epochs: Projection = async (client, changed) => {
  if (changed.some(({ stored }) => companyNouns.includes(stored.noun)))
    await client.query(`update epoch set count = count + 1 where of = 'people'`)
}

/** Whoever has left is signed out, everywhere and at once. */
const sessions: Projection = async (client, changed) => {
  const gone = changed
    .filter(({ stored }) => stored.noun === 'person' && stored.record.state === 'retired')
    .map(({ stored }) => stored.record.id)
  if (gone.length) await client.query('delete from auth_session where user_id = any($1::uuid[])', [gone])
}

/**
 * Who holds something else signs in anew, which is written down (SEC-11); who has another address is signed in under that
 * one, and what was linked to the old one is not linked to it.
 */
const accounts: Projection = async (client, changed, { by }) => {
  for (const { stored, before } of changed) {
    if (stored.noun !== 'person' || !before) continue
    const [was, is] = [before as Person, stored.record as unknown as Person]
    if (was.positions.toSorted().join(' ') !== is.positions.toSorted().join(' ')) {
      await client.query('delete from auth_session where user_id = $1', [is.id])
      await client.query(`insert into security_event (kind, person_id, by_id) values ('positionsChanged', $1, $2)`, [is.id, by ?? null])
    }
    if (was.email.toLowerCase() === is.email.toLowerCase()) continue
    await client.query('update auth_user set email = lower($2) where id = $1', [is.id, is.email])
    await client.query(`delete from auth_account where user_id = $1 and provider_id <> 'credential'`, [is.id])
  }
}

export const projections: readonly Projection[] = [epochs, sessions, accounts, seatsChecked, outcomes, saveSearched, countAnew]

/** What other processes are told. `many` where it would be too long to say it one by one; `to`: there is a message for these people. */
export type Told =
  | { readonly changes: readonly ToldChange[]; /** Such work waits to be done. */ readonly asks?: WaitingWork }
  | { readonly many: readonly NounName[] }
  | { readonly to: readonly string[] }
export type ToldChange = { readonly noun: NounName; readonly id: string; readonly revision: number; readonly project?: string }

export const channel = 'lintel'
/** Work that lies in a table of its own until a process takes it up. */
export const waitingWorks = ['importing', 'exporting', 'acting', 'analysing'] as const
export type WaitingWork = (typeof waitingWorks)[number]
/** Says that such work waits, to whichever process hears it first. */
export const askFor = (pool: Pick<pg.Pool, 'query'>, asks: WaitingWork) => {
  const told: Told = { changes: [], asks }
  return pool.query('select pg_notify($1, $2)', [channel, JSON.stringify(told)])
}
// PostgreSQL carries less than 8,000 bytes at once
const perMessage = 40
const tooMany = 400

const messages = (touched: readonly Touched[]): readonly Told[] => {
  if (touched.length > tooMany) return [{ many: [...new Set(touched.map(({ noun }) => noun))] }]
  const changes = touched.map(({ noun, id, revision, project }): ToldChange => ({ noun, id, revision, ...(project ? { project } : {}) }))
  return Array.from({ length: Math.ceil(changes.length / perMessage) }, (_, n) => ({
    changes: changes.slice(n * perMessage, (n + 1) * perMessage),
  }))
}

/** The last statements of a transaction: the outbox, and the word to other processes, which they get when it is committed. */
export const tell = async (client: pg.ClientBase, touched: readonly Touched[]) => {
  const said = messages(touched).map((message) => JSON.stringify(message))
  if (said.length)
    await client.query({
      name: 'tell',
      text: `with kept as (insert into outbox (topic, body) select 'changes', one::jsonb from unnest($2::text[]) one)
             select pg_notify($1, one) from unnest($2::text[]) one`,
      values: [channel, said],
    })
}
