import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { inRepository } from '../repository.ts'
import { may } from './folder.ts'

const isRoot = process.getuid?.() === 0
/** Nobody's account: an ordinary user who is there on every system. */
const ordinary = { uid: 65_534, gid: 65_534 }

/** Opens the embedded database in a process of its own, asks it something and lets go of it. */
const useIn = (dataFolder: string, account: { uid: number; gid: number } | undefined) =>
  execFileSync(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `import { openEmbedded } from ${JSON.stringify(inRepository('packages/tooling/database/embedded.ts'))}
       import pg from ${JSON.stringify(import.meta.resolve('pg'))}
       const database = await openEmbedded(${JSON.stringify(dataFolder)})
       const client = new pg.Client(database.databaseUrl)
       await client.connect()
       const { rows } = await client.query('select current_user as role')
       await client.end()
       await database.release()
       console.log(rows[0].role)`,
    ],
    { ...account, cwd: '/', encoding: 'utf8', env: { PATH: process.env['PATH'], HOME: '/' } },
  )

const box = (mode: number) => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-embedded-'))
  chmodSync(folder, mode)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('the embedded database is made, used and stopped', () => {
  const data = join(box(0o755), 'data')
  expect(useIn(data, undefined)).toContain('lintel_app')
  expect(existsSync(join(data, 'postgres/data/postmaster.pid'))).toBe(false)
})

test.runIf(isRoot && may(ordinary, 'enter', inRepository('packages')))('an ordinary user makes one of their own', () => {
  const parent = box(0o755)
  chownSync(parent, ordinary.uid, ordinary.gid)
  expect(useIn(join(parent, 'data'), ordinary)).toContain('lintel_app')
  // and root, who comes along later, uses it as them
  expect(useIn(join(parent, 'data'), undefined)).toContain('lintel_app')
})

test('a folder whose parents others cannot enter serves', () => {
  const parent = join(box(0o700), 'deeper')
  mkdirSync(parent, { mode: 0o700 })
  const data = join(parent, 'data')
  const wanted = join(data, 'postgres')
  const said = useIn(data, undefined)
  const kept = realpathSync(wanted)
  onTestFinished(() => rmSync(kept, { recursive: true, force: true }))

  expect(said).toContain('lintel_app')
  expect(lstatSync(wanted).isSymbolicLink()).toBe(isRoot)
  expect(said.includes('the database is kept in')).toBe(isRoot)
  expect(useIn(data, undefined)).not.toContain('the database is kept in')
})
