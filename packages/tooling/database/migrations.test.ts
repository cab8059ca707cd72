import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { migrate } from './migrate.ts'
import { nextStep } from './next-step.ts'
import { application } from './roles.ts'
import { openThrowaway, type Throwaway } from './throwaway.ts'

test('the migrations make the database that prisma/*.prisma describes', async () => {
  expect(await nextStep()).toBe(undefined)
})

describe('migrations', () => {
  let postgres: Throwaway
  let owner: pg.Client
  beforeAll(async () => {
    postgres = await openThrowaway('lintel')
    owner = new pg.Client(postgres.urls('lintel').ownerUrl)
    await owner.connect()
  })
  afterAll(async () => {
    await owner.end()
    await postgres.stop()
  })

  /** An empty database, and a folder with these migrations. */
  const given = async (files: Readonly<Record<string, string>>) => {
    await owner.query('drop schema public cascade; create schema public')
    const folder = mkdtempSync(join(tmpdir(), 'lintel-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    const add = (name: string, sql: string) => {
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(join(folder, name, 'migration.sql'), sql)
    }
    for (const [name, sql] of Object.entries(files)) add(name, sql)
    return { add, run: () => migrate({ ownerUrl: postgres.urls('lintel').ownerUrl, role: application, folder }) }
  }
  const tables = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select tablename as name from pg_tables where schemaname = 'public' and tablename <> '_prisma_migrations' order by 1`,
    )
    return rows.map(({ name }) => name)
  }

  test('are applied in order, once', async () => {
    const { run, add } = await given({ '1_fines': 'create table fine ()', '2_notes': 'alter table fine add note text' })
    expect(await run()).toEqual(['1_fines', '2_notes'])
    add('3_repairs', 'create table repair ()')
    expect(await run()).toEqual(['3_repairs'])
    expect(await run()).toEqual([])
    expect(await tables()).toEqual(['fine', 'repair'])
  })

  test('are applied once by many starts at one moment', async () => {
    const { run } = await given({ '1_fines': 'create table fine ()' })
    const applied = await Promise.all(Array.from({ length: 5 }, run))
    expect(applied.flat()).toEqual(['1_fines'])
  })

  test('leave nothing when they fail, and name the line', async () => {
    const { run, add } = await given({ '1_fines': 'create table fine ();\n\ncreate tabel repair ();' })
    await expect(run()).rejects.toThrow(/^The migration 1_fines failed at line 3: .*Nothing of it was kept\.$/)
    expect(await tables()).toEqual([])
    add('1_fines', 'create table fine ();\n\ncreate table repair ();')
    expect(await run()).toEqual(['1_fines'])
  })

  test('that were changed after they were applied are refused', async () => {
    const { run, add } = await given({ '1_fines': 'create table fine ()' })
    await run()
    add('1_fines', 'create table fine (note text)')
    await expect(run()).rejects.toThrow('The migration 1_fines was changed after it was applied to this database.')
  })

  test('of a newer Lintel are refused', async () => {
    await (await given({ '1_fines': 'create table fine ()' })).run()
    const folder = mkdtempSync(join(tmpdir(), 'lintel-migrations-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    await expect(migrate({ ownerUrl: postgres.urls('lintel').ownerUrl, role: application, folder })).rejects.toThrow(
      'The database is newer than this Lintel: it has the migration 1_fines.',
    )
  })

  test('that an earlier run was killed in are applied again, and it is said', async () => {
    const { run } = await given({
      '1_index':
        '-- outside a transaction\ncreate table if not exists fine (id int);\ncreate index concurrently if not exists by_id on fine (id);\n',
    })
    await run()
    // as a run leaves it that was killed between the two statements
    await owner.query('drop index by_id; update _prisma_migrations set finished_at = null, applied_steps_count = 0')
    const said = vi.spyOn(console, 'log').mockReturnValue()
    onTestFinished(() => said.mockRestore())

    expect(await run()).toEqual(['1_index'])
    expect(said.mock.calls.flat().join('\n')).toContain('The migration 1_index was interrupted by an earlier run')
    const { rows } = await owner.query(`select to_regclass('by_id') is not null as there`)
    expect(rows).toEqual([{ there: true }])
  })
})
