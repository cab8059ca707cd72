// `npm run dev`: the database, the server and the screens, each made anew when its files change. The address is the one of
// `npm start`; behind it Vite serves the screens and passes what is for the server on.
import { watch } from 'node:fs'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from './database/port.ts'
import { readEnvironment } from './environment.ts'
import { firstRecords, sayReady } from './first-records.ts'
import { generate } from './generate.ts'
import { onlyServer } from './only-server.ts'
import { say } from './progress.ts'
import { readyDatabase } from './ready-database.ts'
import { inRepository } from './repository.ts'
import { begin } from './run.ts'
import { leave } from './stopped.ts'
import { untilStopped } from './until-stopped.ts'

/** Whatever is generated follows what it is made of; the server and Vite see the new files by themselves. */
const keepGenerated = () => {
  let asked = false
  let working = false
  const follow = async () => {
    asked = true
    if (working) return
    working = true
    while (asked) {
      asked = false
      await generate().catch((error: unknown) => say(error instanceof Error ? error.message : String(error)))
    }
    working = false
  }
  const isInput = (file: string | null) => file !== null && !/(^|\/)(generated|gql)\//.test(file)
  const watchers = [
    watch(inRepository('prisma'), { recursive: true }, () => void follow()),
    ...['apps/server/src', 'packages/domain/src'].map((folder) =>
      watch(inRepository(folder), { recursive: true }, (_, file) => void (isInput(file) && follow())),
    ),
    watch(inRepository('apps/admin/src'), { recursive: true }, (_, file) => void (file?.endsWith('.graphql') && follow())),
  ]
  return () => watchers.forEach((watcher) => watcher.close())
}

const ended = async (child: ChildProcess) => {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGTERM')
  await once(child, 'close')
}

const dev = async (asked: readonly string[]) => {
  const environment = readEnvironment()
  const { port, dataFolder } = environment
  const leaveSoon = await onlyServer(environment)
  await generate()
  const database = await readyDatabase(environment)
  await untilStopped(leaveSoon, async (alsoEnd, stop) => {
    alsoEnd(() => database.release())
    await firstRecords(database, { dataFolder, port, demo: asked.includes('--demo') })

    alsoEnd(database.watch())

    const address = `http://127.0.0.1:${port}`
    const behind = String(await freePort())
    const server = begin('node', ['--watch', '--watch-preserve-output', 'apps/server/src/dev.ts'], {
      env: { PORT: behind, LINTEL_ADDRESS: address, DATABASE_URL: database.databaseUrl, LINTEL_DATA: dataFolder },
    })
    const screens = begin(
      'vite',
      ['--host', '127.0.0.1', '--port', String(port), '--strictPort', '--clearScreen', 'false', '--logLevel', 'warn'],
      {
        in: inRepository('apps/admin'),
        env: { PORT: String(port), LINTEL_API_PORT: behind },
      },
    )
    for (const child of [server, screens]) {
      alsoEnd(() => ended(child))
      child.on('close', stop) // one without the other is of no use
    }
    const leaveGenerated = keepGenerated()
    alsoEnd(async () => leaveGenerated())
    await sayReady(address, database)
  })
}

await dev(process.argv.slice(2)).catch(leave)
