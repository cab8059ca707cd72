import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anApp, type App } from '../build/app.ts'
import { hostileFiles, type Hostile } from '../build/hostile/files.ts'
import { aPhoto } from '../build/pictures.ts'
import { looksAt, tries, uploads } from '../build/uploads.ts'

let app: App
let files: readonly Hostile[]
beforeAll(async () => {
  files = await hostileFiles()
  app = await anApp()
  // what is loaded once is not the first file's cost
  await uploads(app, 'rep', 'a.jpg', await aPhoto({ width: 3000, height: 2000 }))
}, 120_000)
afterAll(() => app.close())

const linux = process.platform === 'linux'
/** The most memory this process has held since it was last asked to forget, in bytes; server and test are one process here. */
const forget = () => {
  if (linux) writeFileSync('/proc/self/clear_refs', '5')
}
const most = () => (linux ? Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0) * 1024 : 0)
const headers = (answer: Response, ...names: readonly string[]) => names.map((name) => answer.headers.get(name))

test('SEC-14 every hostile file is refused in words or harmless, and none costs more than 5 s or 100 MB', async () => {
  expect(files.length).toBeGreaterThanOrEqual(60)
  const dear: string[] = []
  const outcomes: string[] = []
  for (const { what, name, bytes } of files) {
    const before = linux ? process.memoryUsage.rss() : 0
    forget()
    const began = performance.now()
    const { status, body } = await tries(app, 'rep', name, bytes)
    const [took, held] = [performance.now() - began, most() - before]
    if (took > 5_000 || held > 100_000_000) dear.push(`${what}: ${Math.round(took)} ms, ${Math.round(held / 1e6)} MB`)
    console.log(`${what}: ${Math.round(took)} ms, ${Math.round(held / 1e6)} MB`)
    outcomes.push(`${what}: ${status === 200 ? 'harmless' : [413, 415, 422].includes(status) && body.message ? 'refused' : status}`)
    if (status !== 200 || typeof body.id !== 'string') continue

    for (const view of ['thumbnail', 'picture', 'film', 'original']) {
      const answer = await looksAt(app, 'rep', body.id, view)
      const served = Buffer.from(await answer.arrayBuffer())
      expect([what, view, ...headers(answer, 'x-content-type-options')]).toEqual([what, view, 'nosniff'])
      if (answer.status === 404) continue
      expect([what, view, ...headers(answer, 'content-security-policy', 'cross-origin-resource-policy', 'set-cookie')]).toEqual([
        what,
        view,
        "default-src 'none'; sandbox",
        'same-origin',
        null,
      ])
      const disposition = answer.headers.get('content-disposition') ?? ''
      const called = decodeURIComponent(/filename\*=UTF-8''(.*)$/.exec(disposition)?.[1] ?? '')
      if (view === 'original')
        expect([what, called]).toEqual([
          what,
          expect.stringMatching(/^[^/\\\p{Cc}\p{Cf}<>".][^/\\\p{Cc}\p{Cf}<>"]*\.(jpg|png|gif|pdf|docx|mp4|mp3)$/u),
        ])
      else expect([what, disposition, served.includes('script') || served.includes('22.54')]).toEqual([what, 'inline', false])
      if (view === 'picture' || view === 'thumbnail') {
        const { format, exif, xmp, iptc } = await sharp(served).metadata()
        expect([what, format, exif, xmp, iptc]).toEqual([what, 'jpeg', undefined, undefined, undefined])
      }
    }
  }
  expect(outcomes).toEqual(files.map(({ what, is }) => `${what}: ${is}`))
  expect(dear).toEqual([])
}, 180_000)

test('SEC-14 what was refused leaves nothing behind', async () => {
  const { rows } = await app.services.database.pool.query<{ n: number }>('select count(*)::int as n from upload')
  expect(rows[0]?.n).toBe(0)
  expect(readdirSync(join(app.database.dataFolder, 'uploads'))).toEqual([])
})
