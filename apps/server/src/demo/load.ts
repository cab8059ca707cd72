import { daysAfter, type Moment } from '@lintel/domain'
import { Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { makeAccounts } from '../auth/accounts.ts'
import { databaseNow } from '../database/time.ts'
import { everything, type Bulk } from '../records/bulk.ts'
import { openRecords } from '../records/records.ts'
import { play } from './agenda.ts'
import { anImport } from './an-import.ts'
import { callsOf } from './calls.ts'
import { caseCourse } from './case-course.ts'
import { foundCompany } from './company.ts'
import { openStore } from '../files/store.ts'
import { officeTime } from './office-time.ts'
import { paintPhotos, type Photos } from './photos.ts'
import { seeded } from './random.ts'
import { largeFinesGoHigher } from './large-fines.ts'
import { emailOf, password, staff } from './staff.ts'
import { keepDashboards } from './dashboards.ts'
import { scheduleReports } from './reports.ts'
import { findProblems } from './problems.ts'
import { suggestProducts } from './suggestions.ts'
import { waterIsOff } from './water-is-off.ts'
import { keepViews } from './views.ts'
import { deputyStandsIn, waitingToday } from './waiting-today.ts'
import type { World } from './world.ts'
import { withClient } from '@lintel/tooling/database/with-client.ts'

export type Progress = (step: string, done: number, total: number) => void
export type DemoOptions = {
  readonly ownerUrl: string
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly onProgress: Progress
  /** Fewer make a quicker load, for tests. */
  readonly cases?: number
}
export type Loaded = { readonly events: number; readonly refused: ReadonlyMap<string, number> }

const seed = 20_260_124
const years = 2

/** Whether anybody has set this database up. */
export const hasRecords = (databaseUrl: string): Promise<boolean> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('select exists (select from settings) as there')
    return rows[0]?.there === true
  })

/** Whether the demo company is in it, with its sign-ins. */
export const isDemo = (databaseUrl: string): Promise<boolean> =>
  withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ there: boolean }>('select exists (select from person where email = $1) as there', [
      emailOf('manager'),
    ])
    return rows[0]?.there === true
  })

const live = async (bulk: Bulk, photos: Photos, now: Moment, count: number, onProgress: Progress): Promise<Loaded> => {
  const random = seeded(seed)
  const began = daysAfter(now, -Math.round(365.25 * years))
  onProgress('company', 0, 1)
  const company = await foundCompany(bulk, random, began, now)
  const office = officeTime(bulk.company.rules.calendar, random)
  const world: World = { bulk, company, random, office, photos }
  const calls = callsOf(company, random, began, now, count)
  const stories = waitingToday(world, now)
  const days = Math.ceil((now - began) / 86_400_000)
  function* courses() {
    for (const { home, matter, at } of calls.slice(stories.length)) yield caseCourse(world, home, matter, at)
    yield* stories
    yield deputyStandsIn(world, now)
  }
  const { refused } = await play(bulk, courses(), now, photos, (n, at) => {
    if (n % 1000 === 0) onProgress('cases', Math.floor((at - began) / 86_400_000), days)
  })
  await largeFinesGoHigher(bulk, company, now)
  onProgress('writing', 0, 1)
  return { events: bulk.events, refused }
}

/** Two years of a department's work, decided by the rules, in one transaction: all of it or nothing. */
export const loadDemo = async ({ ownerUrl, databaseUrl, dataFolder, onProgress, cases = 20_000 }: DemoOptions): Promise<Loaded> => {
  if (process.env['NODE_ENV'] === 'production') throw new Stopped('Demo records are not loaded where NODE_ENV is "production".')
  if (await hasRecords(databaseUrl)) throw new Stopped('The database has records already: the demo company is not mixed with them.')
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 })
  // a connection that ends while nobody asks on it is no reason to end
  pool.on('error', () => {})
  const records = await openRecords({ pool, dataFolder })
  try {
    const now = await databaseNow(pool)
    const photos = await paintPhotos((await openStore(dataFolder)).depot)
    const loaded = await records.bulk((bulk) => live(bulk, photos, now, cases, onProgress), { whole: everything })
    const emails = staff.filter(({ signsIn }) => signsIn).map(({ key }) => emailOf(key))
    const people = await pool.query<{ id: string; name: string; email: string }>(
      'select id, name, email from person where email = any($1)',
      [emails],
    )
    await makeAccounts(pool, people.rows, password)
    await anImport(pool, { databaseUrl, dataFolder })
    await keepViews(pool)
    await keepDashboards(pool)
    await scheduleReports(pool)
    onProgress('problems', 0, 1)
    await findProblems(pool, records, now)
    await waterIsOff(pool, records, now)
    await suggestProducts(pool, records, now)
    onProgress('statistics', 0, 1)
    const owner = new pg.Client({ connectionString: ownerUrl })
    await owner.connect()
    await owner.query('analyze')
    await owner.end()
    return loaded
  } finally {
    await records.close()
    await pool.end()
  }
}
