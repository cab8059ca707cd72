import { randomBytes } from 'node:crypto'
import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'

export type TestDatabase = {
  /** As the application's role. */
  readonly databaseUrl: string
  /** As the role that owns the tables. */
  readonly ownerUrl: string
  /** Keys and checkpoints that go with it. */
  readonly dataFolder: string
  drop(): Promise<void>
}
const named = (url: string, database: string) => {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.toString()
}
const asSuperuser = async (statement: string) => {
  const client = new pg.Client({ connectionString: named(inject('base').superuserUrl, 'postgres') })
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

/** A database of one's own with the small company in it, ready in a fraction of a second. */
export const aDatabase = async (): Promise<TestDatabase> => {
  const base = inject('base')
  const name = `test_${randomBytes(6).toString('hex')}`
  await asSuperuser(`create database ${name} template base owner ${new URL(base.ownerUrl).username}`)
  const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-test-'))
  cpSync(base.dataFolder, dataFolder, { recursive: true })
  return {
    databaseUrl: named(base.databaseUrl, name),
    ownerUrl: named(base.ownerUrl, name),
    dataFolder,
    async drop() {
      await asSuperuser(`drop database if exists ${name} with (force)`)
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}
