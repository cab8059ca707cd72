// PostgreSQL's own programs over one folder: made, started, stopped. What roles and databases are in it is not known here.
import { spawn } from 'node:child_process'
import { chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { say } from '../progress.ts'
import { Stopped } from '../stopped.ts'
import { binaries, major } from './binaries.ts'
import type { PostgresFolder } from './folder.ts'
import { freePort, whyTaken } from './port.ts'
import { withClient } from './with-client.ts'

export const superuser = 'postgres'

const dataOf = ({ path }: PostgresFolder) => join(path, 'data')
const logOf = ({ path }: PostgresFolder) => join(path, 'log')

/** The end of what PostgreSQL wrote, for whoever has to find out why it did not start. */
const lastWords = (folder: PostgresFolder) => {
  const log = existsSync(logOf(folder)) ? readFileSync(logOf(folder), 'utf8') : ''
  return log.trim().split('\n').slice(-15).join('\n')
}

const program = (folder: PostgresFolder, name: 'initdb' | 'pg_ctl', args: string[]) =>
  new Promise<{ code: number; output: string }>((resolve, reject) => {
    // the account may not be allowed in the folder that the command was called from
    const child = spawn(join(binaries(folder), name), args, {
      ...folder.account,
      cwd: folder.path,
      env: { PATH: process.env['PATH'], LC_ALL: 'C' },
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

const systemLocale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'

export const isInitialised = (folder: PostgresFolder) => existsSync(dataOf(folder))

/** Makes an empty database server; one that was interrupted while being made is made again. */
export const initialise = async (folder: PostgresFolder, password: string, more: string[] = []) => {
  const half = `${dataOf(folder)}.half`
  const passwordFile = join(folder.path, 'password')
  rmSync(half, { recursive: true, force: true })
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (folder.account) chownSync(passwordFile, folder.account.uid, folder.account.gid)
  try {
    const { code, output } = await program(folder, 'initdb', [
      `--pgdata=${half}`,
      `--username=${superuser}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      `--locale=${systemLocale}`,
      // the same order and case rules on every system
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      ...more,
    ])
    if (code !== 0) throw new Stopped(`${output.trim()}\nThe database could not be made in ${folder.path}; what initdb said is above.`, 1)
    renameSync(half, dataOf(folder))
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

export type Running = { pid: number; port: number }

const exists = (pid: number) => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Is that process PostgreSQL over this folder, or a stranger that was given the number since? */
const serves = (pid: number, folder: PostgresFolder) => {
  if (process.platform !== 'linux') return true
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(dataOf(folder))
  } catch {
    return false
  }
}

const pidFileOf = (folder: PostgresFolder) => join(dataOf(folder), 'postmaster.pid')

/** The server over this folder, if one lives, whoever started it. */
export const running = (folder: PostgresFolder): Running | undefined => {
  if (!existsSync(pidFileOf(folder))) return undefined
  const [pid, , , port] = readFileSync(pidFileOf(folder), 'utf8').split('\n').map(Number)
  return pid && port && exists(pid) && serves(pid, folder) ? { pid, port } : undefined
}

/** After a restart of the machine another program may bear the number that PostgreSQL left; it would not start then. */
const forgetAnothersNumber = (folder: PostgresFolder) => {
  if (!existsSync(pidFileOf(folder))) return
  const pid = Number(readFileSync(pidFileOf(folder), 'utf8').split('\n')[0])
  if (exists(pid) && !serves(pid, folder)) rmSync(pidFileOf(folder))
}

const answers = (port: number, password: string) =>
  withClient({ host: '127.0.0.1', port, user: superuser, password, database: 'postgres' }, async (client) => {
    const { rows } = await client.query<{ folder: string }>(`select current_setting('data_directory') as folder`)
    return rows[0]?.folder
  })

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? error.code : undefined)

/** A server that was found alive may be starting or stopping still. True once it answers; false when it is gone. */
export const settles = async (folder: PostgresFolder, password: string): Promise<boolean> => {
  for (const until = Date.now() + 600_000; Date.now() < until; await wait(50)) {
    const server = running(folder)
    if (!server) return false
    try {
      return (await answers(server.port, password)) === dataOf(folder)
    } catch (error) {
      if (codeOf(error) === '28P01')
        throw new Stopped(
          `The database in ${folder.path} runs (process ${server.pid}) with other passwords than ours. Stop it, or choose another folder with LINTEL_DATA.`,
        )
    }
  }
  throw new Stopped(`The database in ${folder.path} runs and does not answer. Its last words:\n${lastWords(folder)}`, 1)
}

const mustMatch = (folder: PostgresFolder) => {
  const made = readFileSync(join(dataOf(folder), 'PG_VERSION'), 'utf8').trim()
  if (made !== major()) throw new Stopped(`The database in ${folder.path} was made by PostgreSQL ${made}; this Lintel brings ${major()}.`)
}

const launch = (folder: PostgresFolder, port: number, settings: Record<string, string>) => {
  // never beyond this machine, and no socket file whose folder others share
  const all = { listen_addresses: '127.0.0.1', unix_socket_directories: '', timezone: 'UTC', log_timezone: 'UTC', ...settings }
  const options = Object.entries(all).map(([name, value]) => `-c ${name}='${value}'`)
  if (existsSync(logOf(folder))) renameSync(logOf(folder), `${logOf(folder)}.before`)
  return program(folder, 'pg_ctl', [
    'start',
    '-w',
    '-s',
    '-t',
    '600',
    '-D',
    dataOf(folder),
    '-l',
    logOf(folder),
    '-o',
    [`-p ${port}`, ...options].join(' '),
  ])
}

/** A process that a killed server had just begun may hold its port for a moment longer: that is nobody else. */
const staysTaken = async (port: number) => {
  for (let attempt = 0; attempt < 30; attempt++) {
    if ((await whyTaken(port)) === undefined) return false
    await wait(100)
  }
  return true
}

/** Starts the server, on the port it had if that is free. */
export const start = async (folder: PostgresFolder, settings: Record<string, string>, wantedPort?: number): Promise<Running> => {
  mustMatch(folder)
  forgetAnothersNumber(folder)
  let port = wantedPort ?? (await freePort())
  for (let attempt = 0; attempt < 20; attempt++) {
    if (await staysTaken(port)) {
      const next = await freePort()
      say(`Port ${port}, where the database was, is taken by another program: it listens on ${next} now`)
      port = next
    }
    const { code, output } = await launch(folder, port, settings)
    const server = running(folder)
    if (code === 0 && server) return server

    const words = lastWords(folder)
    const passes = /could not bind|Address already in use|shared memory block .* is still in use|lock file .* already exists/.test(words)
    if (!passes) throw new Stopped(`${words || output.trim()}\nThe database in ${folder.path} did not start; its last words are above.`, 1)
    await wait(100) // the killed server's last processes are just ending
  }
  throw new Stopped(`${lastWords(folder)}\nThe database in ${folder.path} did not start; its last words are above.`, 1)
}

export const stop = async (folder: PostgresFolder, how: 'fast' | 'immediate' = 'fast') => {
  const { code, output } = await program(folder, 'pg_ctl', ['stop', '-w', '-s', '-t', '600', '-m', how, '-D', dataOf(folder)])
  if (code !== 0 && running(folder)) throw new Stopped(`The database in ${folder.path} did not stop: ${output.trim()}`, 1)
}
