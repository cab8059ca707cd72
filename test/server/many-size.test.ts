import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { playAction } from '@lintel/server/many/run.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { idOfPerson, type Name } from '../build/company.ts'

let app: App
let owner: pg.Pool
beforeAll(async () => {
  // the tests play what is asked for themselves
  app = await anApp('2026-11-23 09:00', { upkeep: false })
  owner = new pg.Pool({ connectionString: app.database.ownerUrl, max: 2 })
  owner.on('error', () => {})
})
afterAll(async () => {
  await owner.end()
  await app.close()
})

const person = (name: Name) => globalId('Person', idOfPerson(name))
const plain = (id: string) => Buffer.from(id, 'base64url').toString('utf8').split(':')[1] ?? ''
/** So many cases like one that was decided: the same record under other ids. */
const many = async (n: number, like: string, title: string) => {
  await owner.query(
    `insert into complaint select made.* from (select to_jsonb(c) as one from complaint c where id = $1) c, generate_series(1, $2::int) n, lateral (select gen_random_uuid() as id, n as of) new,
       jsonb_populate_record(null::complaint, one || jsonb_build_object('id', new.id, 'number', $3::text || '-' || new.id, 'title', $3::text,
         'document', (one -> 'document') || jsonb_build_object('id', new.id, 'number', $3::text || '-' || new.id, 'title', $3::text))) made`,
    [plain(like), n, title],
  )
}
type Action = {
  readonly id: string
  readonly state: string
  readonly total: number
  readonly open: number
  readonly refused: number
  readonly done: number
  readonly undoable: number
}
const parts = 'id state total open refused done undoable'
const asks = async (query: string, variables: object): Promise<Action> => {
  const { data, errors } = await app.ask('manager', query, variables)
  if (!data) throw new Error(JSON.stringify(errors))
  return Object.values(data)[0] as unknown as Action
}
const prepare = (title: string) =>
  asks(
    `mutation($key: String!, $chosen: ChosenInput!, $input: JSON) { manyPrepare(key: $key, does: complaint_assign, chosen: $chosen, input: $input) { ... on ManyAction { ${parts} } } }`,
    { key: randomUUID(), chosen: { filter: { title: { startsWith: title } } }, input: { to: person('rep2') } },
  )
const start = (id: string) => asks(`mutation($id: ID!) { manyStart(id: $id) { ... on ManyAction { ${parts} } } }`, { id })
const undo = (id: string) => asks(`mutation($id: ID!) { manyUndo(id: $id) { ... on ManyAction { ${parts} } } }`, { id })
const plays = async ({ id }: Action): Promise<Action> => {
  const { database, records } = app.services
  await playAction({ pool: database.pool, records, now: async () => Date.parse(app.iso('2026-11-23 10:00')) as never }, plain(id))
  return asks(`query($id: ID!) { manyAction(id: $id) { ${parts} } }`, { id })
}
const assigned = async (title: string) => {
  const { rows } = await owner.query<{ events: number; records: number; theirs: number }>(
    `select (select count(*)::int from event e join complaint c on c.id = e.record_id where c.title = $1 and e.type = 'Assigned') as events,
            (select count(distinct record_id)::int from event e join complaint c on c.id = e.record_id where c.title = $1 and e.type = 'Assigned') as records,
            (select count(*)::int from complaint c where c.title = $1 and c.representative_id = $2) as theirs`,
    [title, idOfPerson('rep2')],
  )
  return rows[0]
}

test(
  'X-10 all 12,480 that match are assigned: 12,443 done, 37 listed with reasons, undone with one click',
  { timeout: 240_000 },
  async () => {
    const [ours, theirs] = [await aCase(app, { representative: person('rep') }), await aCase(app, { representative: person('rep2') })]
    await many(12_443, ours, '批量')
    await many(37, theirs, '批量')
    const began = performance.now()
    const tried = await plays(await prepare('批量'))
    expect(tried).toMatchObject({ state: 'checked', total: 12_480, open: 12_443, refused: 37, done: 0 })
    expect(await assigned('批量')).toEqual({ events: 0, records: 0, theirs: 37 })
    const triedAfter = performance.now() - began
    const done = await plays(await start(tried.id))
    console.log(
      `12,480 records tried in ${(triedAfter / 1000).toFixed(1)} s, decided in ${((performance.now() - began - triedAfter) / 1000).toFixed(1)} s`,
    )
    expect(done).toMatchObject({ state: 'done', open: 0, refused: 37, done: 12_443, undoable: 12_443 })
    expect(await assigned('批量')).toEqual({ events: 12_443, records: 12_443, theirs: 12_480 })
    const { data } = await app.ask(
      'manager',
      'query($id: ID!) { manyAction(id: $id) { lines(state: refused, first: 100) { nodes { number because } after } } }',
      { id: done.id },
    )
    const refused = data?.['manyAction']?.['lines']?.['nodes'] as unknown as { number: string; because: string }[]
    expect(refused).toHaveLength(37)
    for (const { number, because } of refused)
      expect([number, because]).toEqual([expect.stringMatching(/^批量-[\w-]+$/u), expect.stringMatching(/\S/u)])
    const undone = await plays(await undo(done.id))
    expect(undone).toMatchObject({ state: 'done', total: 12_443, done: 12_443, refused: 0 })
    expect(await assigned('批量')).toEqual({ events: 24_886, records: 12_443, theirs: 37 })
    // what took a while is told at the bell, once
    const told = await owner.query(`select title from message where person_id = $1 and stage = 'acted'`, [idOfPerson('manager')])
    expect(told.rows).toHaveLength(2)
  },
)

test(
  'REL-7 killed in the middle of it, the next process goes on, and each record is decided on exactly once',
  { timeout: 120_000 },
  async () => {
    await many(1_500, await aCase(app, { representative: person('rep') }), '中断')
    const tried = await plays(await prepare('中断'))
    await start(tried.id)
    const child = spawn(process.execPath, [join(import.meta.dirname, '../build/acting-server.ts')], {
      env: { ...process.env, DATABASE_URL: app.database.databaseUrl, LINTEL_DATA: app.database.dataFolder, ACTION: plain(tried.id) },
      stdio: 'inherit',
    })
    const exited = once(child, 'exit')
    const doneSoFar = async () =>
      (await owner.query<{ done: number }>('select done from many_action where id = $1', [plain(tried.id)])).rows[0]?.done ?? 0
    await expect.poll(doneSoFar, { interval: 20 }).toBeGreaterThan(200)
    child.kill('SIGKILL')
    await exited
    const before = await doneSoFar()
    expect(before).toBeLessThan(1_500)
    expect((await assigned('中断'))?.events).toBe(before)
    expect(await plays(tried)).toMatchObject({ state: 'done', done: 1_500, refused: 0, open: 0 })
    expect(await assigned('中断')).toEqual({ events: 1_500, records: 1_500, theirs: 1_500 })
  },
)

test('X-10 ended in the middle, what was done stays and can be taken back', { timeout: 120_000 }, async () => {
  await many(700, await aCase(app, { representative: person('rep') }), '取消')
  const tried = await plays(await prepare('取消'))
  await start(tried.id)
  const playing = plays(tried)
  await expect
    .poll(
      async () => (await owner.query<{ done: number }>('select done from many_action where id = $1', [plain(tried.id)])).rows[0]?.done ?? 0,
      { interval: 5 },
    )
    .toBeGreaterThan(0)
  await asks(`mutation($id: ID!) { manyCancel(id: $id) { ... on ManyAction { ${parts} } } }`, { id: tried.id })
  const ended = await playing
  expect(ended.state).toBe('cancelled')
  expect(ended.done).toBeLessThan(700)
  expect(ended.undoable).toBe(ended.done)
  expect(await plays(await undo(ended.id))).toMatchObject({ state: 'done', done: ended.done })
  expect((await assigned('取消'))?.theirs).toBe(0)
})
