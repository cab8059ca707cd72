// A database for tests: quick because it may forget everything, and gone when they end.
import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { initialise, running, start, stop } from './cluster.ts'
import { postgresFolder } from './folder.ts'
import { isAlive, readHolder, thisProcess } from './holder.ts'
import { newPasswords, type Urls, urlsOf, establish } from './roles.ts'

const prefix = 'lintel-throwaway-'

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '128MB',
  max_connections: '300',
  jit: 'off',
}

const remove = async (box: string) => {
  const folder = postgresFolder(join(box, 'postgres'))
  if (running(folder)) await stop(folder, 'immediate')
  rmSync(folder.path, { recursive: true, force: true })
  rmSync(box, { recursive: true, force: true })
}

/** What test runs that were killed left behind. */
const sweep = async () => {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(prefix))) {
    const box = join(tmpdir(), name)
    const holder = readHolder(join(box, 'holder'))
    if (holder && !isAlive(holder)) await remove(box)
  }
}

export type Throwaway = { urls(database: string): Urls; stop(): Promise<void> }

export const openThrowaway = async (database: string): Promise<Throwaway> => {
  await sweep()
  const box = mkdtempSync(join(tmpdir(), prefix))
  chmodSync(box, 0o711) // PostgreSQL's own user has to come through
  writeFileSync(join(box, 'holder'), JSON.stringify(thisProcess()))
  const folder = postgresFolder(join(box, 'postgres'))
  const passwords = newPasswords()
  await initialise(folder, passwords.superuser, ['--no-sync'])
  const { port } = await start(folder, settings)
  await establish(port, passwords, database)
  return { urls: (name) => urlsOf(port, passwords, name), stop: () => remove(box) }
}
