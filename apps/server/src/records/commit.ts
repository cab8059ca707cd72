import { hash } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { isRefusal, refuse, type AnyRecord, type DecisionName, type PersonId, type Refusal } from '@lintel/domain'
import pg from 'pg'
import type { Chain } from '../history/chain.ts'
import type { Checkpoints } from '../history/checkpoints.ts'
import { projections, tell, touchedBy, type Touched } from './after.ts'
import type { Answer, Command } from './answer.ts'
import type { Clock, Company } from './company.ts'
import { written } from './document.ts'
import { idFrom } from './identity.ts'
import { decisionOf } from './nouns.ts'
import { play } from './play.ts'
import { Overtaken, saveEvents, saveRecords } from './save.ts'
import type { Telling } from './save-tasks.ts'
import { companyNouns, peopleHeld, type CompanyCache } from './scene.ts'
import { lockingSource, type Source } from './source.ts'
import { revisionOf } from './stored.ts'
import { UnitOfWork, type Chained, type Changed } from './unit-of-work.ts'

export type Keeping = {
  readonly pool: pg.Pool
  readonly chain: Chain
  readonly checkpoints: Checkpoints
  readonly company: CompanyCache
  readonly clock: Clock
}

/** Writes records and their history, and what is kept beside them. */
export const write = async (
  client: pg.ClientBase,
  changed: readonly Changed[],
  happened: readonly Chained[],
  company: Company,
  telling: Telling,
) => {
  await saveRecords(client, changed, company, telling)
  await saveEvents(client, happened)
  for (const projection of projections) await projection(client, changed, telling)
}

/** Writes a unit of work to its end; the caller commits. `before`: what was written of it already. */
export const finish = async (
  client: pg.ClientBase,
  work: UnitOfWork,
  company: Company,
  telling: Telling,
  before: readonly Touched[] = [],
): Promise<readonly Touched[]> => {
  const last = work.takeChanged()
  await write(client, last, work.takeHappened(), company, telling)
  const touched = [...before, ...touchedBy(last)]
  await tell(client, touched)
  // what is checked at the end is checked now, while a "no" can still be told from a broken connection
  await client.query('set constraints all immediate')
  return touched
}
export const headsOf = (touched: readonly Touched[]) =>
  touched.map(({ noun, id, version, head }) => ({ noun, record: id, seq: version, hash: head }))

const erased = (done: AnyRecord, revision: number) => ({ done, revision }) as unknown as Answer

/** The key was used before: the same command gets the same answer, another one is a mistake. B-3 */
const repeated = async (client: pg.ClientBase, source: Source, by: PersonId, command: Command, body: string): Promise<Answer> => {
  const { rows } = await client.query<{ person_id: string; body: string; answer: { id: string } }>(
    `select person_id, body, answer from command_key where key = $1`,
    [command.key],
  )
  const before = rows[0]
  if (!before || before.person_id !== by || before.body !== body) return refuse('KeyUsedElsewhere')
  const [stored] = await source.load(decisionOf(command.does).name, [before.answer.id])
  return stored ? erased(stored.record, revisionOf(stored)) : refuse('NotFound')
}

const attempt = async ({ pool, chain, checkpoints, company: cache, clock }: Keeping, by: PersonId, command: Command): Promise<Answer> => {
  const { name, decision } = decisionOf(command.does)
  const id = decision.opens ? idFrom(command.key, command.does) : command.on
  if (id === undefined) return refuse('NotFound')
  const body = hash('sha256', written([command.does, command.on, command.input, command.saw]), 'base64url')
  const client = await pool.connect()
  let open = true
  let broken: Error | undefined
  const onError = (error: Error) => (broken = error)
  client.on('error', onError)
  try {
    await client.query(`begin; select set_config('lintel.projects', '*', true)`)
    const { rowCount } = await client.query({
      name: 'take key',
      text: 'insert into command_key (key, person_id, body, answer) values ($1, $2, $3, $4) on conflict (key) do nothing',
      values: [command.key, by, body, JSON.stringify({ id })],
    })
    const source = lockingSource(client)
    if (!rowCount) return await repeated(client, source, by, command, body)
    const work = new UnitOfWork(source, chain)
    // the record is locked before the time is read, so that its events follow each other
    if (!decision.opens) await work.find(name, id)
    const { now: database, company, epoch } = await cache.scene(client)
    const deciding = company.deciding(by)
    if (!deciding) return refuse('NotAllowed')
    const now = clock.now(database)
    const played = await play(work, source, deciding, command, {
      now,
      entered: database,
      rules: company.rules,
      confirmedAt: command.confirmedAt,
    })
    if (isRefusal(played)) return played
    // B-10: whether somebody can sign is decided by who works here at the end of it
    if (work.keep().includes('approval') && (await peopleHeld(client)) !== epoch) throw new Overtaken('people changed meanwhile')
    const touched = await finish(client, work, company, { by, now, quietly: false })
    await client.query('commit')
    open = false
    checkpoints.add(headsOf(touched))
    // other processes hear of it; this one knows already
    if (touched.some(({ noun }) => companyNouns.includes(noun))) cache.drop()
    const stored = work.known(played.id)
    return stored ? erased(stored.record, revisionOf(stored)) : refuse('NotFound')
  } catch (error) {
    broken ??=
      error instanceof pg.DatabaseError || error instanceof Overtaken
        ? undefined
        : error instanceof Error
          ? error
          : new Error(String(error))
    throw error
  } finally {
    if (open && !broken) await client.query('rollback').catch(onError)
    client.off('error', onError)
    client.release(broken)
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
/** What is not an id can be no record's; what is not a key cannot be kept. */
const wrongIds = ({
  key,
  on,
  saw,
}: {
  readonly key: string
  readonly on?: string
  readonly saw?: readonly { readonly id: string }[]
}): Refusal | undefined => {
  if (!uuid.test(key)) return refuse('BadInput', { field: 'key', problem: 'notAKey' })
  return (on === undefined || uuid.test(on)) && (saw ?? []).every(({ id }) => uuid.test(id)) ? undefined : refuse('NotFound')
}

const unique = '23505'
const missing = '23503'
const mayWorkNextTime = ['40001', '40P01', unique]
const attempts = 8

/** The noun of a constraint's name, such as `complaint` of `complaint_customer_id_fkey`. */
const refusalFor = (error: pg.DatabaseError): Refusal | undefined => {
  if (error.code === missing)
    return refuse('BadInput', {
      field: (error.constraint ?? '').replace(`${error.table}_`, '').replace(/(_id)?_fkey$/, ''),
      problem: 'notFound',
    })
  if (error.code === unique) return refuse('AlreadyExists', { what: error.table ?? '' })
  return undefined
}

/**
 * The one way a record changes: one command in one transaction. Races that PostgreSQL ends by a deadlock, a unique index
 * or a version are played again under the same key; what is against a rule is then refused by the rule.
 */
export const commit = async <D extends DecisionName>(keeping: Keeping, by: PersonId, command: Command<D>): Promise<Answer<D>> => {
  const malformed = wrongIds(command)
  if (malformed) return malformed
  for (let n = 1; ; n++) {
    try {
      // the answer is about the command's own noun
      return (await attempt(keeping, by, command as unknown as Command)) as unknown as Answer<D>
    } catch (error) {
      const again = error instanceof Overtaken || (error instanceof pg.DatabaseError && mayWorkNextTime.includes(error.code ?? ''))
      if (!again || n === attempts) {
        const refusal = error instanceof pg.DatabaseError ? refusalFor(error) : undefined
        if (refusal) return refusal
        throw error
      }
      await wait(Math.random() * 20 * n)
    }
  }
}
