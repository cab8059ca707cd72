import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest'
import { openThrowaway, type Throwaway } from './database/throwaway.ts'
import { readyDatabase } from './ready-database.ts'

let postgres: Throwaway
beforeAll(async () => {
  postgres = await openThrowaway('lintel')
})
afterAll(() => postgres.stop())

const environment = (own: { databaseUrl: string; ownerUrl: string | undefined }) => {
  const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-own-'))
  onTestFinished(() => rmSync(dataFolder, { recursive: true }))
  return { port: 0, dataFolder, own }
}

test('a database of one’s own is brought up to date by its owner and served by a role that owns nothing', async () => {
  const { ownerUrl, databaseUrl } = postgres.urls('lintel')

  await expect(readyDatabase(environment({ databaseUrl, ownerUrl: undefined }))).rejects.toThrow(
    /^DATABASE_OWNER_URL: the database waits for \d+ migration\(s\); give the address of the role that owns it\.$/,
  )

  const said = vi.spyOn(console, 'log').mockReturnValue()
  onTestFinished(() => said.mockRestore())
  const ready = await readyDatabase(environment({ databaseUrl, ownerUrl }))
  expect(ready).toMatchObject({ databaseUrl, ownerUrl, embedded: false })
  expect(said.mock.calls.flat().join('\n')).toMatch(/The database is up to date: \d+ migrations? applied/)

  // and from now on without the owner
  await readyDatabase(environment({ databaseUrl, ownerUrl: undefined }))
})

test('in production the role that owns the tables does not serve', async () => {
  const { ownerUrl, databaseUrl } = postgres.urls('lintel')
  await readyDatabase(environment({ databaseUrl, ownerUrl }))
  vi.stubEnv('NODE_ENV', 'production')
  onTestFinished(() => void vi.unstubAllEnvs())
  await expect(readyDatabase(environment({ databaseUrl: ownerUrl, ownerUrl }))).rejects.toThrow(
    /^DATABASE_URL: this role owns the tables and could change the history;/,
  )
})
