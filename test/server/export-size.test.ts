import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { idOfPerson } from '../build/company.ts'

let app: App
beforeAll(async () => {
  // no other process takes the exports up
  app = await anApp('2026-11-23 09:00', { upkeep: false })
})
afterAll(() => app.close())

test('REL-13 a hundred thousand rows are written in the memory that a thousand take', { timeout: 240_000 }, async () => {
  await aCase(app)
  const owner = new pg.Pool({ connectionString: app.database.ownerUrl, max: 1 })
  owner.on('error', () => {})
  const many = async (n: number) => {
    await owner.query(
      `insert into complaint select made.* from (select to_jsonb(c) as one from complaint c limit 1) c, generate_series(1, $1::int) n,
         jsonb_populate_record(null::complaint, one || jsonb_build_object('id', gen_random_uuid(), 'number', 'M' || $2::text || '-' || n, 'title', '第' || n || '户漏水', 'history_key', null)) made`,
      [n, String(n)],
    )
    const id = randomUUID()
    await owner.query(
      `insert into export (id, by_id, state, format, language, title, shown) values ($1, $2, 'waiting', 'xlsx', 'zh', '投诉', $3)`,
      [
        id,
        idOfPerson('manager'),
        JSON.stringify({
          noun: 'complaint',
          filter: { all: [{ field: 'number', test: { is: 'startsWith', text: `M${n}-` } }] },
          sort: [],
          groups: [],
          columns: [
            'number',
            'title',
            'state',
            'severity',
            'category',
            'project',
            'unit',
            'customer',
            'representative',
            'registeredAt',
            'dueAt',
          ],
        }),
      ],
    )
    const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, '../build/export-server.ts')], {
      env: { ...process.env, DATABASE_URL: app.database.databaseUrl, LINTEL_DATA: app.database.dataFolder, EXPORT: id },
    })
    const { rows } = await owner.query<{ state: string; rows: number }>('select state, rows from export where id = $1', [id])
    expect(rows).toEqual([{ state: 'done', rows: n }])
    return Number(stdout.trim())
  }
  const [few, all] = [await many(1_000), await many(100_000)]
  console.log(`an export of 1,000 rows takes ${few} MB, one of 100,000 rows ${all} MB`)
  expect(all - few).toBeLessThan(60)
  await owner.end()
})
