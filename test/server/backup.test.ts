import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { backUp } from '@lintel/server/backup/backup.ts'
import { restore } from '@lintel/server/backup/restore.ts'
import { openStore } from '@lintel/server/files/store.ts'
import { chainWith, historyKey } from '@lintel/server/history/chain.ts'
import { readCheckpoints } from '@lintel/server/history/checkpoints.ts'
import { verifyHistory } from '@lintel/server/history/verify.ts'
import { loadCompany } from '@lintel/server/records/scene.ts'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { aCase, anApp, anApprovedFine, type App } from '../build/app.ts'

let app: App
let box: string
beforeAll(async () => {
  app = await anApp()
  box = mkdtempSync(join(tmpdir(), 'lintel-backup-'))
})
afterAll(async () => {
  await app.close()
  rmSync(box, { recursive: true, force: true })
})

const named = (url: string, database: string) => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}
/** An empty database of one's own, as nobody has used it yet. */
const anEmptyDatabase = async () => {
  const { ownerUrl, databaseUrl, superuserUrl } = inject('base')
  const name = `restored_${randomBytes(6).toString('hex')}`
  const superuser = new pg.Client({ connectionString: named(superuserUrl, 'postgres') })
  await superuser.connect()
  await superuser.query(`create database ${name} owner ${new URL(ownerUrl).username}`)
  await superuser.end()
  return {
    ownerUrl: named(ownerUrl, name),
    databaseUrl: named(databaseUrl, name),
    role: new URL(databaseUrl).username,
    dataFolder: mkdtempSync(join(box, 'data-')),
  }
}
const verified = async ({ databaseUrl, dataFolder }: { databaseUrl: string; dataFolder: string }) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`begin; select set_config('lintel.projects', '*', true)`)
  const { rules } = await loadCompany(client)
  const { depot } = await openStore(dataFolder)
  const result = await verifyHistory({
    client,
    chain: chainWith(historyKey(dataFolder)),
    heads: await readCheckpoints(dataFolder),
    rules,
    depot,
  })
  await client.end()
  return result
}
const from = () => ({ ownerUrl: app.database.ownerUrl, dataFolder: app.database.dataFolder })

describe('REL-14 backup and restore', () => {
  test('REL-14 made while people decide, restored into an empty database: counts, sums and the whole history hold', async () => {
    await anApprovedFine(app)
    const file = join(box, 'one.lintel')
    let deciding = true
    let decided = 0
    const others = (async () => {
      while (deciding) {
        await aCase(app)
        decided += 1
      }
    })()
    const made = await backUp({ ...from(), file })
    deciding = false
    await others
    expect(decided).toBeGreaterThan(0)
    expect(made.summary.rows['event']).toBeGreaterThan(20)
    const to = await anEmptyDatabase()
    const restored = await restore({ ...to, file })
    expect(restored).toMatchObject({ keys: true, summary: made.summary })
    const { broken, events } = await verified(to)
    expect(broken).toBeUndefined()
    expect(events).toBe(made.summary.rows['event'])
    // the application serves it, and numbers go on
    const client = new pg.Client({ connectionString: to.databaseUrl })
    await client.connect()
    expect((await client.query('select count(*)::int as n from fine')).rows).toEqual([{ n: 1 }])
    await expect(client.query('update event set type = type')).rejects.toThrow('permission denied')
    await client.end()
  })
  test('REL-14 the backup holds no key, and what holds them is for its owner alone', async () => {
    const file = join(box, 'two.lintel')
    const { keys } = await backUp({ ...from(), file })
    expect(statSync(keys).mode & 0o077).toBe(0)
    expect(statSync(file).mode & 0o077).toBe(0)
    expect(readFileSync(file).includes(readFileSync(join(app.database.dataFolder, 'history.key')))).toBe(false)
  })
  test('REL-14 a backup that was cut short or altered restores nothing; nor does one go over records', async () => {
    const file = join(box, 'three.lintel')
    await backUp({ ...from(), file })
    const whole = readFileSync(file)
    const to = await anEmptyDatabase()
    const nothing = async () => {
      const client = new pg.Client({ connectionString: to.ownerUrl })
      await client.connect()
      const { rows } = await client.query<{ there: boolean }>(`select to_regclass('event') is not null as there`)
      const events = rows[0]?.there ? (await client.query('select from event')).rowCount : 0
      await client.end()
      return events
    }
    for (const [name, bytes] of [
      ['short', whole.subarray(0, Math.floor(whole.length * 0.7))],
      ['altered', Buffer.concat([whole.subarray(0, 4000), randomBytes(64), whole.subarray(4064)])],
      ['empty', Buffer.alloc(0)],
      ['another', Buffer.from('no backup at all')],
    ] as const) {
      const bad = join(box, `${name}.lintel`)
      writeFileSync(bad, bytes)
      await expect(restore({ ...to, file: bad }), name).rejects.toThrow(/nothing was restored|is no backup|cut short/)
      expect(await nothing(), name).toBe(0)
    }
    await expect(restore({ ...from(), databaseUrl: '', role: to.role, file } as never)).rejects.toThrow('records already')
    expect((await restore({ ...to, file })).keys).toBe(true)
  })
})
