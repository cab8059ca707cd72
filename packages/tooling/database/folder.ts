import { spawnSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, mkdtempSync, realpathSync, rmdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { say } from '../progress.ts'
import { Stopped } from '../stopped.ts'
import { type Account, accountForNew, accountOf } from './account.ts'

/** The kernel's own word on whether that account may use a path, whatever its parents' modes are. */
export const may = (account: Account | undefined, question: 'enter' | 'run', path: string) => {
  if (!account) return true
  const asked = question === 'enter' ? 'cd "$0"' : 'test -x "$0" && test -r "$0"'
  return spawnSync('/bin/sh', ['-c', asked, path], { ...account, cwd: '/' }).status === 0
}

const give = (account: Account | undefined, folder: string) => {
  chmodSync(folder, 0o700)
  if (account) chownSync(folder, account.uid, account.gid)
}

/** Where the account may go whoever owns the repository: kept over restarts, unlike a temporary folder. */
const elsewhere = (account: Account, parents = ['/var/lib', '/var/tmp']) => {
  const parent = parents.find((path) => existsSync(path) && may(account, 'enter', path))
  if (!parent)
    throw new Stopped(`None of ${parents.join(', ')} can be used by the system user "postgres". Choose a folder with LINTEL_DATA.`)
  const folder = mkdtempSync(join(parent, 'lintel-'))
  give(account, folder)
  return folder
}

export type PostgresFolder = { path: string; account: Account | undefined }

const existing = (link: string): PostgresFolder => {
  if (!existsSync(link))
    throw new Stopped(`${link} points to a folder that is gone. Bring it back, or remove ${link} to begin with an empty database.`)
  const path = realpathSync(link)
  const account = accountOf(path)
  if (!may(account, 'enter', path))
    throw new Stopped(
      `The system user that owns the database in ${path} may not enter that folder any more. Give it the way through, or choose another with LINTEL_DATA.`,
    )
  return { path, account }
}

/** The folder that PostgreSQL owns, made where it is not there yet. */
export const postgresFolder = (wanted: string): PostgresFolder => {
  if (lstatSync(wanted, { throwIfNoEntry: false })) return existing(wanted)

  const account = accountForNew()
  mkdirSync(wanted)
  give(account, wanted)
  if (!account || may(account, 'enter', wanted)) return { path: realpathSync(wanted), account }

  rmdirSync(wanted)
  const path = elsewhere(account)
  symlinkSync(path, wanted)
  say(
    `The user "postgres", who runs the database for root, may not enter ${wanted}: the database is kept in ${path} (${wanted} points there)`,
  )
  return { path, account }
}
