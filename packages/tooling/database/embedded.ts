// The database that comes with Lintel: one PostgreSQL per data folder, shared by all commands that use the folder,
// started by the first of them and stopped by the last.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { step, say } from '../progress.ts'
import { Stopped } from '../stopped.ts'
import { initialise, isInitialised, running, settles, start, stop } from './cluster.ts'
import { makeDataFolder } from './data-folder.ts'
import { postgresFolder, type PostgresFolder } from './folder.ts'
import { alone, isAlive, readHolder, thisProcess } from './holder.ts'
import { establish, newPasswords, type Passwords, type Urls, urlsOf } from './roles.ts'

export type Embedded = Urls & {
  /** True when this call made the database. */
  isNew: boolean
  /** Starts the server again when it has died; answers whether it had. */
  revive(): Promise<boolean>
  /** Stops the server, unless another command still uses it. */
  release(): Promise<void>
}

const databaseName = 'lintel'

// an acknowledged decision survives a crash: synchronous_commit stays on
const settings = { shared_buffers: '256MB', max_connections: '200', max_wal_size: '2GB', jit: 'off' }

const filesIn = (dataFolder: string) => ({
  lock: join(dataFolder, 'database.lock'),
  users: join(dataFolder, 'database.users'),
  access: join(dataFolder, 'database.json'),
  postgres: join(dataFolder, 'postgres'),
})

/** Passwords, and the port it had last: for people who keep an address of it. */
type Access = Passwords & { port?: number }

const readAccess = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Access

const writeAccess = (file: string, access: Access) => {
  writeFileSync(`${file}.half`, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${file}.half`, file)
}

const accessTo = (folder: PostgresFolder, file: string): Access => {
  if (existsSync(file)) return readAccess(file)
  if (isInitialised(folder))
    throw new Stopped(
      `${file} with the passwords of the database in ${folder.path} is gone. Bring it back, or remove the database to begin with an empty one.`,
    )
  const access = newPasswords()
  writeAccess(file, access)
  return access
}

/** Other commands on this folder that live; what killed ones left is removed on the way. */
const otherUsers = (folder: string, own: string) =>
  readdirSync(folder).filter((name) => {
    const file = join(folder, name)
    const user = readHolder(file)
    const lives = user !== undefined && isAlive(user)
    if (!lives) rmSync(file, { force: true })
    return lives && file !== own
  })

let uses = 0

/** The embedded database of that data folder, made and started where needed. */
export const openEmbedded = async (dataFolder: string): Promise<Embedded> => {
  makeDataFolder(dataFolder)
  const files = filesIn(dataFolder)
  mkdirSync(files.users, { recursive: true })
  const use = join(files.users, `${process.pid}-${++uses}`)

  const open = async () => {
    const folder = postgresFolder(files.postgres)
    const access = accessTo(folder, files.access)
    const isNew = !isInitialised(folder)
    if (isNew) await step('Making the database', () => initialise(folder, access.superuser))

    const abandoned = otherUsers(files.users, use).length === 0
    const found = (await settles(folder, access.superuser)) ? running(folder) : undefined
    if (found && abandoned)
      say(`The database was still running from an earlier command that was killed (process ${found.pid}): it is used on`)
    const server = found ?? (await step('Starting the database', () => start(folder, settings, access.port)))

    await establish(server.port, access, databaseName)
    if (server.port !== access.port) writeAccess(files.access, { ...access, port: server.port })
    writeFileSync(use, JSON.stringify(thisProcess()))
    return { folder, access, isNew, port: server.port }
  }

  const { folder, access, isNew, port } = await alone(files.lock, open)

  let released = false

  const revive = async () => {
    if (running(folder)) return false
    return alone(files.lock, async () => {
      if (released || running(folder)) return false
      const server = await start(folder, settings, port)
      if (server.port !== port)
        throw new Stopped(`The database had died, and its port ${port} has been taken since: it listens on ${server.port}. Start again.`, 1)
      return true
    })
  }

  const release = () =>
    alone(files.lock, async () => {
      released = true
      rmSync(use, { force: true })
      if (otherUsers(files.users, use).length === 0 && running(folder)) await stop(folder)
    })

  return { ...urlsOf(port, access, databaseName), isNew, revive, release }
}
