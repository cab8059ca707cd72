import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import { freePort } from './database/port.ts'
import { processOf, thisProcess } from './database/holder.ts'
import { inRepository } from './repository.ts'

const aFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'lintel-start-'))
  chmodSync(folder, 0o755) // PostgreSQL's own user has to come through
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** `npm start` in a process of its own, with nothing of this one's settings. */
const start = (settings: NodeJS.ProcessEnv) => {
  const { PATH, HOME } = process.env
  const command = spawn(process.execPath, [inRepository('packages/tooling/start.ts')], { env: { PATH, HOME, ...settings } })
  let output = ''
  const heard: (() => void)[] = []
  const hear = (chunk: Buffer) => {
    output += chunk.toString()
    for (const wake of heard) wake()
  }
  command.stdout.on('data', hear)
  command.stderr.on('data', hear)
  const ended = new Promise<number | null>((resolve) => command.on('close', resolve))
  onTestFinished(async () => {
    if (command.exitCode === null) command.kill('SIGTERM')
    await ended
  })
  return {
    end: async (signal: NodeJS.Signals) => {
      command.kill(signal)
      return ended
    },
    ended: async () => ({ code: await ended, output: output.trim() }),
    says: async (words: string) => {
      const said = new Promise<void>((resolve) => {
        const look = () => void (output.includes(words) && resolve())
        heard.push(look)
        look()
      })
      const code = await Promise.race([said, ended])
      if (!output.includes(words)) throw new Error(`ended with ${String(code)} and did not say "${words}":\n${output}`)
      return output
    },
  }
}

const nowhere = 'postgresql://lintel:secret@127.0.0.1:1/lintel'

test.each<[string, NodeJS.ProcessEnv]>([
  ['PORT', { PORT: 'four' }],
  ['PORT', { PORT: '0' }],
  ['PORT', { PORT: '70000' }],
  ['DATABASE_URL', { DATABASE_URL: 'lintel' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://127.0.0.1/lintel' }],
  ['DATABASE_URL', { DATABASE_URL: nowhere }],
  ['DATABASE_OWNER_URL', { DATABASE_OWNER_URL: nowhere }],
  ['DATABASE_OWNER_URL', { DATABASE_URL: nowhere, DATABASE_OWNER_URL: 'postgresql://' }],
  ['LINTEL_DATA', { LINTEL_DATA: inRepository('package.json') }],
  ['LINTEL_DATA', { LINTEL_DATA: join(inRepository('package.json'), 'below') }],
])('a wrong %s is one line that names it, and exit code 2 (%o)', async (name, wrong) => {
  const port = String(await freePort())
  const { code, output } = await start({ PORT: port, LINTEL_DATA: aFolder(), ...wrong }).ended()
  expect(output).toMatch(new RegExp(`^${name}: [^\n]+$`))
  expect(code).toBe(2)
})

test('a port that another program has is one line and exit code 2', async () => {
  const other = createServer()
  onTestFinished(() => void other.close())
  const port = await new Promise<number>((resolve) =>
    other.listen(0, '127.0.0.1', () => {
      const address = other.address()
      resolve(typeof address === 'object' && address ? address.port : 0)
    }),
  )
  const { code, output } = await start({ PORT: String(port), LINTEL_DATA: aFolder() }).ended()
  expect(output).toBe(`PORT: another program listens on ${port}. Stop it, or choose another port, such as PORT=${port + 1}.`)
  expect(code).toBe(2)
})

test('a second start on the same data folder is one line and exit code 2', async () => {
  const folder = aFolder()
  writeFileSync(join(folder, 'server.lock'), JSON.stringify(thisProcess()))
  const { code, output } = await start({ PORT: String(await freePort()), LINTEL_DATA: folder }).ended()
  expect(output).toMatch(new RegExp(`^Lintel is running on this data folder already \\(process ${process.pid}\\)\\. [^\n]+$`))
  expect(code).toBe(2)
})

test('a start while the one before is stopping waits for it', async () => {
  const folder = aFolder()
  const lock = join(folder, 'server.lock')
  const before = spawn(process.execPath, ['--eval', 'process.stdin.resume()'])
  onTestFinished(() => void before.kill())
  writeFileSync(lock, JSON.stringify({ ...processOf(before.pid ?? 0), leaves: true }))
  const waiting = start({ PORT: String(await freePort()), LINTEL_DATA: folder, DATABASE_URL: '' })
  await waiting.says('Waiting for the one before to stop')
  before.kill()
  await waiting.says('Waiting for the one before to stop: ')
  expect(await waiting.end('SIGKILL')).toBe(null)
})

test('what a killed run left is used on and said, a database that dies is started again, and SIGTERM stops server and PostgreSQL', async () => {
  const [folder, port] = [aFolder(), await freePort()]
  // in production an empty database begins without demo records, which is quicker
  const settings = { PORT: String(port), LINTEL_DATA: folder, NODE_ENV: 'production', LINTEL_ADMIN_EMAIL: 'admin@lintel.test' }
  const pidFile = join(folder, 'postgres/data/postmaster.pid')
  const answer = async (path: string) => (await fetch(`http://127.0.0.1:${port}${path}`)).status

  const first = start(settings)
  await first.says(`Lintel is ready at http://127.0.0.1:${port}`)
  expect([await answer('/healthz'), await answer('/readyz'), await answer('/')]).toEqual([200, 200, 200])
  await first.end('SIGKILL')
  const [orphan] = readFileSync(pidFile, 'utf8').split('\n')

  const second = start(settings)
  const said = await second.says(`Lintel is ready at http://127.0.0.1:${port}`)
  expect(said).toContain(`The database was still running from an earlier command that was killed (process ${orphan}): it is used on`)
  expect(await answer('/readyz')).toBe(200)

  process.kill(Number(orphan), 'SIGKILL')
  await second.says('The database had died: it was started again')
  await vi.waitFor(async () => expect(await answer('/readyz')).toBe(200), 60_000)

  expect(await second.end('SIGTERM')).toBe(0)
  expect(existsSync(pidFile)).toBe(false)
  await expect(answer('/healthz')).rejects.toThrow('fetch failed')
})
