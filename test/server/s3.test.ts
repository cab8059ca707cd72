import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { Missing } from '@lintel/server/files/depot.ts'
import { openStore } from '@lintel/server/files/store.ts'
import { standing } from '@lintel/server/files/unaltered.ts'
import S3rver from 's3rver'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aCase, anApp, type App } from '../build/app.ts'
import { aFilm, aNoisyPhoto } from '../build/pictures.ts'
import { beginsUpload, finishes, looksAt, sends, uploads } from '../build/uploads.ts'

const folder = mkdtempSync(join(tmpdir(), 'lintel-s3-'))
const server = new S3rver({
  port: 0,
  address: '127.0.0.1',
  silent: true,
  directory: folder,
  configureBuckets: [{ name: 'evidence', configs: [] }],
})
const environment: Record<string, string> = { LINTEL_S3_BUCKET: 'evidence', LINTEL_S3_ACCESS_KEY: 'S3RVER', LINTEL_S3_SECRET_KEY: 'S3RVER' }
let app: App
beforeAll(async () => {
  const { port } = (await server.run()) as AddressInfo
  Object.assign(environment, { LINTEL_S3_ENDPOINT: `http://127.0.0.1:${port}` })
  Object.assign(process.env, environment)
  app = await anApp()
  for (const name of Object.keys(environment)) Reflect.deleteProperty(process.env, name)
})
afterAll(async () => {
  await app.close()
  await server.close()
  rmSync(folder, { recursive: true, force: true })
})

test('X-8 evidence lies in a bucket as it does in a folder: sent in pieces, shown, played in ranges, checked, cleared', async () => {
  const bytes = await aNoisyPhoto(7_000_000)
  const begun = await beginsUpload(app, 'rep', '大图.png', bytes.length)
  const at = begun.headers.get('location') ?? ''
  const piece = 4 * 1024 * 1024
  expect((await sends(app, 'rep', at, bytes.subarray(0, piece))).status).toBe(204)
  expect((await sends(app, 'rep', at, bytes.subarray(piece), piece)).status).toBe(204)
  const { status, body } = await finishes(app, 'rep', at)
  expect([status, body['kind']]).toEqual([200, 'photo'])
  const film = aFilm({ position: '+22.5417+114.0542/', bytes: 20_000 })
  const video = await uploads(app, 'rep', '漏水.mp4', film)
  await aCase(app, {
    evidence: [
      { kind: 'photo', title: '大图', file: body.id },
      { kind: 'video', title: '漏水', file: video },
    ],
  })

  const original = await looksAt(app, 'rep', String(body.id), 'original')
  expect(Buffer.from(await original.arrayBuffer()).equals(bytes)).toBe(true)
  expect((await looksAt(app, 'rep', String(body.id), 'thumbnail')).headers.get('content-type')).toBe('image/jpeg')
  const part = await looksAt(app, 'rep', video, 'film', { range: 'bytes=1000-1999' })
  expect([part.status, Buffer.from(await part.arrayBuffer()).equals(film.subarray(1000, 2000))]).toEqual([206, true])

  const { depot } = app.services
  expect(await standing(depot, String(body['hash']))).toBe('unaltered')
  await depot.remove(String(body['hash']))
  expect(await standing(depot, String(body['hash']))).toBe('missing')
})
test('X-8 a name means the bytes that came first, in a bucket too', async () => {
  const { depot } = await openStore(folder, environment)
  const path = join(folder, 'some')
  for (const text of ['one', 'two']) {
    writeFileSync(path, text)
    await depot.put('a'.repeat(64), path)
  }
  expect((await buffer(await depot.open('a'.repeat(64)))).toString()).toBe('one')
  await expect(depot.open('b'.repeat(64))).rejects.toThrow(Missing)
  await depot.remove('b'.repeat(64))
})
test('a bucket without keys, or with an address that is none, is said in one line', async () => {
  await expect(openStore(folder, { LINTEL_S3_BUCKET: 'evidence' })).rejects.toThrow(/LINTEL_S3_ACCESS_KEY/)
  await expect(openStore(folder, { ...environment, LINTEL_S3_ENDPOINT: 'somewhere' })).rejects.toThrow(/LINTEL_S3_ENDPOINT/)
})
