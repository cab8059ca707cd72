import {
  isRefusal,
  refuse,
  type CompanySettings,
  type Delegation,
  type Department,
  type Moment,
  type NounName,
  type Person,
  type PersonId,
  type Position,
  type Refusal,
} from '@lintel/domain'
import type pg from 'pg'
import { touchedBy, type Touched } from './after.ts'
import { insertFile, type NewFile } from '../files/receive.ts'
import { inTurn } from '../database/in-turn.ts'
import { databaseNow } from '../database/time.ts'
import type { Command } from './answer.ts'
import { companyOf, type Company } from './company.ts'
import { finish, headsOf, write, type Keeping } from './commit.ts'
import { nounNames, nounOf, type AnyRecord } from './nouns.ts'
import { play } from './play.ts'
import type { Telling } from './save-tasks.ts'
import { companyNouns, loadCompany } from './scene.ts'
import { lockingSource, storedColumns, storedFrom, type Source, type StoredRow } from './source.ts'
import { mappings } from './mappings.ts'
import type { Stored } from './stored.ts'
import { UnitOfWork, type Changed } from './unit-of-work.ts'

/** Many commands, each with its own actor, key and time, in one transaction. */
export type Bulk = {
  /** Plays one command as of a moment; a refusal leaves no trace. */
  decide(by: PersonId, command: Command, at: Moment): Promise<{ readonly id: string } | Refusal>
  /** A file that comes with what is taken over; its bytes are in the depot already. */
  keepFile(file: NewFile): Promise<void>
  record(id: string): AnyRecord | undefined
  /** The same with how far its history goes. */
  stored(id: string): Stored | undefined
  /** Records that will be decided on are read and locked in one go. */
  lock(noun: NounName, ids: readonly string[]): Promise<void>
  /** Records that have one of these values, read in one go and without a lock. */
  find(noun: NounName, where: Readonly<Record<string, unknown>>): Promise<readonly AnyRecord[]>
  /** Everything decided so far is written. */
  flush(): Promise<void>
  /** What is kept beside the records and stands or falls with them. */
  beside(text: string, values: readonly unknown[]): Promise<void>
  all(noun: NounName): Iterable<AnyRecord>
  readonly company: Company
  /** How many events have happened so far. */
  readonly events: number
}

type Options = {
  /** Nouns that are read whole at the beginning, so that nothing of them is looked for in the database again. */
  readonly whole?: readonly NounName[]
  /** Lets go of what is written, so that any number of records fits in memory. */
  readonly forget?: boolean
  /** Writes events while more are being decided, when so many wait. */
  readonly every?: number
  /** Who does it, where it is so few that whoever it concerns is told at once. */
  readonly by?: PersonId
}

const hasEnded = ({ noun, record }: Stored) => nounOf(noun).ends.includes(record.state)

/** Numbers are taken for the whole at once: the counters stay locked until the end. */
const numbering = (source: Source) => {
  const last = new Map<string, number>()
  return {
    async next(series: string, year: number) {
      const of = `${series} ${year}`
      const n = (last.get(of) ?? (await source.nextNumber(series, year)) - 1) + 1
      last.set(of, n)
      return n
    },
    async save(client: pg.ClientBase) {
      for (const [of, n] of last) {
        const [series, year] = of.split(' ')
        await client.query('update series_counter set last = $3 where series = $1 and year = $2', [series, Number(year), n])
      }
    },
    /** A refused command gives its numbers back. */
    mark: () => new Map(last),
    back(to: ReadonlyMap<string, number>) {
      for (const of of last.keys()) last.set(of, to.get(of) ?? (last.get(of) ?? 1) - 1)
    },
  }
}

export const bulk = async <Result>(
  { pool, chain, checkpoints }: Keeping,
  work: (bulk: Bulk) => Promise<Result>,
  { whole = [], every = 4_000, forget = false, by }: Options = {},
): Promise<Result> => {
  // events are written while the next commands look for their records
  const client = inTurn(await pool.connect())
  let open = true
  try {
    await client.query(
      `begin; set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0; select set_config('lintel.projects', '*', true)`,
    )
    const entered = await databaseNow(client)
    // nobody is told of thousands of things at once: they are in the queues, and told of when they fall due
    const telling: Telling = { by, now: entered, quietly: by === undefined }
    const locking = lockingSource(client)
    const numbers = numbering(locking)
    const source: Source = { ...locking, nextNumber: numbers.next, holdsAll: (noun) => whole.includes(noun) }
    const unit = new UnitOfWork(source, chain)
    for (const noun of whole) {
      // others may read and refer to it meanwhile; whoever changed it before us is noticed by its version
      const lock = mappings[noun].lockedByFacts ? 'for update' : ''
      const stored = await client.query<StoredRow>(`select ${storedColumns} from "${mappings[noun].table}" ${lock}`)
      for (const row of stored.rows) unit.loaded(storedFrom(noun, row))
    }

    // people and rules that are made on the way count from the moment they are made
    const peopleHere = companyNouns.every((noun) => whole.includes(noun))
    const gathered = () =>
      companyOf({
        persons: unit.all('person') as Iterable<Person>,
        positions: unit.all('position') as Iterable<Position>,
        departments: unit.all('department') as Iterable<Department>,
        delegations: unit.all('delegation') as Iterable<Delegation>,
        settings: [...(unit.all('settings') as unknown as Iterable<CompanySettings>)][0],
      })
    let company = peopleHere ? gathered() : await loadCompany(client)

    let events = 0
    const early: Touched[] = []
    let written: readonly Changed[] = []
    let writing: Promise<unknown> = Promise.resolve()
    const next = async (meant?: (stored: Stored) => boolean) => {
      await writing
      const happened = unit.takeHappened()
      events += happened.length
      const changed = unit.takeChanged(meant)
      early.push(...touchedBy(changed))
      writing = write(client, changed, happened, company, telling)
      if (forget) unit.forget(written.filter(({ stored }) => !whole.includes(stored.noun)))
      written = changed
      // its failure is met at the next await of it, not before
      writing.catch(() => {})
    }
    const session: Bulk = {
      async decide(by, command, at) {
        const deciding = company.deciding(by)
        if (!deciding) return refuse('NotAllowed')
        const before = numbers.mark()
        const played = await play(unit, source, deciding, command, { now: at, entered, rules: company.rules, confirmedAt: 'notAsked' })
        if (isRefusal(played)) {
          unit.drop()
          numbers.back(before)
          return played
        }
        const touched = unit.keep()
        if (peopleHere && touched.some((noun) => companyNouns.includes(noun))) company = gathered()
        // what has reached an end is hardly ever touched again: it is written while the rest is being decided
        if (unit.waiting >= every) await next(forget ? undefined : hasEnded)
        return played
      },
      async keepFile(file) {
        await insertFile(client, file)
      },
      find: (noun, where) => unit.look(noun, where),
      async flush() {
        await next()
        await writing
        if (forget) unit.forgetAll(whole)
        written = []
      },
      async beside(text, values) {
        await client.query(text, [...values])
      },
      record: (id) => unit.known(id)?.record,
      stored: unit.known,
      lock: (noun, ids) => unit.lock(noun, ids),
      all: (noun) => unit.all(noun),
      get company() {
        return company
      },
      get events() {
        return events + unit.waiting
      },
    }
    const result = await work(session)
    await writing
    await numbers.save(client)
    const touched = await finish(client, unit, company, telling, early)
    await client.query('commit')
    open = false
    checkpoints.add(headsOf(touched))
    return result
  } finally {
    if (open) await client.query('rollback').catch(() => {})
    client.release()
  }
}

/** Everything there is. */
export const everything = nounNames
