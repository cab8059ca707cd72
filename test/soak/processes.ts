import { spawn, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { running } from '@lintel/tooling/database/cluster.ts'
import { postgresFolder } from '@lintel/tooling/database/folder.ts'
import { freePort } from '@lintel/tooling/database/port.ts'

export type Server = {
  readonly url: string
  /** How often it ended though nobody ended it, and what it said last. */
  readonly ended: readonly string[]
  kill(): Promise<number>
  stop(): Promise<void>
}

/** A server process that is begun again, on the same port, each time it is killed. `kill` gives how long until it answered again, in ms. */
export const aServer = async (databaseUrl: string, dataFolder: string, environment: NodeJS.ProcessEnv): Promise<Server> => {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess
  let meant = false
  const ended: string[] = []
  const begin = async () => {
    const began = performance.now()
    meant = false
    let said = ''
    child = spawn(process.execPath, [join(import.meta.dirname, 'server.ts'), String(port), databaseUrl, dataFolder], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, ...environment },
    })
    child.stderr?.on('data', (chunk: Buffer) => (said = (said + chunk.toString()).slice(-2_000)))
    child.once('exit', () => {
      if (meant) return
      ended.push(said)
      // whoever looks after servers begins it again
      void begin().catch(() => {})
    })
    for (const until = Date.now() + 120_000; Date.now() < until; await wait(20)) {
      const ready = await fetch(`${url}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      )
      if (ready) return performance.now() - began
    }
    throw new Error('a server does not come up')
  }
  const end = (signal: 'SIGKILL' | 'SIGTERM') => {
    meant = true
    if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
    const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
    child.kill(signal)
    return gone
  }
  await begin()
  return {
    url,
    ended,
    async kill() {
      await end('SIGKILL')
      return begin()
    },
    stop: () => end('SIGTERM'),
  }
}

/** Kills the database's first process the hard way. */
export const killDatabase = (dataFolder: string) => {
  const server = running(postgresFolder(join(dataFolder, 'postgres')))
  if (server) process.kill(server.pid, 'SIGKILL')
}
