import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { clearFiles } from '@lintel/server/files/clear.ts'
import { mostPending } from '@lintel/server/files/pending.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCase, anApp, ids, type App } from '../build/app.ts'
import { email, names } from '../build/company.ts'
import { aFilm, aPhoto } from '../build/pictures.ts'
import { beginsUpload, finishes, looksAt, sends, tries, uploads } from '../build/uploads.ts'

let app: App
beforeAll(async () => {
  app = await anApp()
})
afterAll(() => app.close())

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const photo = (file: string, title = '漏水') => ({ kind: 'photo', title, file })
const shownOn = async (who: 'rep' | 'analyst', complaint: string) => {
  const answer = await app.ask(
    who,
    'query($id: ID!) { complaint(id: $id) { evidence { kind title file { id hash kind type name size at takenAt located original by { name } } } } }',
    { id: complaint },
  )
  return answer.data?.['complaint']?.['evidence'] as unknown as { title: string; kind: string; file: Record<string, unknown> | null }[]
}
const pathOf = (hash: string) => join(app.database.dataFolder, 'files', hash.slice(0, 2), hash.slice(2, 4), hash)

describe('X-8 uploads', () => {
  test('X-8 an upload that is cut off goes on where it stopped, and its record keeps hash, kind and server time', async () => {
    const bytes = await aPhoto({ gps: true })
    const begun = await beginsUpload(app, 'rep', '厨房 漏水.JPG', bytes.length)
    const at = begun.headers.get('location') ?? ''
    expect([begun.status, at]).toEqual([201, expect.stringMatching(/^\/uploads\/[0-9a-f-]{36}$/)])
    await sends(app, 'rep', at, bytes.subarray(0, 1000))
    expect((await finishes(app, 'rep', at)).body.code).toBe('Unfinished')

    const { 'content-type': _, ...headers } = await app.headers('rep')
    const asked = await fetch(app.url + at, { method: 'HEAD', headers: { ...headers, 'tus-resumable': '1.0.0' } })
    expect(asked.headers.get('upload-offset')).toBe('1000')
    await sends(app, 'rep', at, bytes.subarray(1000), 1000)
    const { status, body } = await finishes(app, 'rep', at)
    expect([status, body['hash'], body['kind'], body['name']]).toEqual([200, sha256(bytes), 'photo', '厨房 漏水.jpg'])
    expect(await finishes(app, 'rep', at)).toEqual({ status, body })

    const complaint = await aCase(app, { evidence: [photo(String(body.id), '厨房')] })
    const [shown] = await shownOn('rep', complaint)
    expect(shown).toMatchObject({
      title: '厨房',
      kind: 'photo',
      file: { hash: sha256(bytes), size: bytes.length, takenAt: '2026-11-22T07:30:00.000Z', located: true, original: true },
    })
    expect(Math.abs(Date.parse(String(shown?.file?.['at'])) - Date.now())).toBeLessThan(60_000)
  })

  test('X-8 the same bytes are stored once, whatever they are called', async () => {
    const bytes = await aPhoto({ colour: '#123456' })
    const [one, other] = [await uploads(app, 'rep', 'a.jpg', bytes), await uploads(app, 'frontDesk', 'b.png', bytes)]
    expect(one).not.toBe(other)
    const folder = join(pathOf(sha256(bytes)), '..')
    expect(readdirSync(folder).toSorted()).toEqual([sha256(bytes), `${sha256(bytes)}.picture`, `${sha256(bytes)}.thumbnail`])
  })

  test('X-8 a file belongs to one record and to whoever sent it', async () => {
    const file = await uploads(app, 'rep', 'a.jpg', await aPhoto({ colour: '#aa0000' }))
    const first = await aCase(app)
    expect(await app.decide('frontDesk', 'complaintAddEvidence', { id: first, input: { evidence: [photo(file)] } })).toMatchObject({
      code: 'BadInput',
    })
    await app.does('rep', 'complaintAddEvidence', { id: first, input: { evidence: [photo(file)] } })
    const second = await aCase(app)
    expect(await app.decide('rep', 'complaintAddEvidence', { id: second, input: { evidence: [photo(file)] } })).toMatchObject({
      code: 'BadInput',
    })
    for (const not of ['../../etc/passwd', first, ids.unit])
      expect(await app.decide('rep', 'complaintAddEvidence', { id: first, input: { evidence: [photo(not)] } })).toMatchObject({
        code: 'BadInput',
      })
  })

  test('X-8 of two records that take one file at the same moment, one gets it', async () => {
    const file = await uploads(app, 'rep', 'a.jpg', await aPhoto({ colour: '#bb0000' }))
    const cases = [await aCase(app), await aCase(app)]
    const answers = await Promise.all(
      cases.map((id) => app.decide('rep', 'complaintAddEvidence', { id, input: { evidence: [photo(file)] } })),
    )
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(['BadInput', 'Complaint'])
  })

  test('X-8 what is too large for its kind is refused in words that say how large it may be', async () => {
    const answer = await app.ask('admin', '{ settings { id values { name value } } }')
    const settings = answer.data?.['settings'] as unknown as { id: string; values: { name: string; value: string }[] }
    const values = Object.fromEntries(
      settings.values.map(({ name, value }) => [name, /Floor|Limit|Above/.test(name) ? value : Number(value)]),
    )
    const set = (documentMegabytes: number) =>
      app.does('admin', 'settingsChange', { id: settings.id, input: { ...values, documentMegabytes, reason: '调整' } })
    await set(1)
    const paper = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(1_100_000, 32)])
    expect(await tries(app, 'rep', 'a.pdf', paper)).toMatchObject({
      status: 413,
      body: { code: 'TooLarge', message: expect.stringContaining('1 MB') },
    })
    await set(50)
    expect((await tries(app, 'rep', 'a.pdf', paper)).status).toBe(200)
  })

  test('X-8 one person cannot fill the store with what hangs on nothing', async () => {
    const { pool } = app.services.database
    const { rows } = await pool.query<{ id: string }>('select id from person where email = $1', [email('deputy')])
    await pool.query(
      `insert into upload (id, by_id, name, size, at) select gen_random_uuid(), $1, 'x', 1, now() - interval '10 minutes' from generate_series(1, ${mostPending.files})`,
      [rows[0]?.id],
    )
    expect(await tries(app, 'deputy', 'a.jpg', await aPhoto())).toMatchObject({ status: 429, body: { code: 'TooMany' } })
    await pool.query('delete from upload where by_id = $1', [rows[0]?.id])
    expect((await tries(app, 'deputy', 'a.jpg', await aPhoto())).status).toBe(200)
  })

  test('X-8 what hangs on no record is gone after a day, with its bytes; what hangs on one stays', async () => {
    const { pool } = app.services.database
    const [kept, left, twice] = [await aPhoto({ colour: '#0c0' }), await aPhoto({ colour: '#0d0' }), await aPhoto({ colour: '#0e0' })]
    const stays = await uploads(app, 'rep', 'kept.jpg', kept)
    const goes = await uploads(app, 'rep', 'left.jpg', left)
    await uploads(app, 'rep', 'twice.jpg', twice)
    await aCase(app, { evidence: [photo(stays), photo(await uploads(app, 'rep', 'again.jpg', twice))] })
    const begun = await beginsUpload(app, 'rep', 'never.jpg', 1000)
    const owner = await import('pg').then(({ default: pg }) => new pg.Client({ connectionString: app.database.ownerUrl }))
    await owner.connect()
    await owner.query(`update file set at = at - interval '25 hours'`)
    await owner.query(`update upload set at = at - interval '25 hours'`)
    await owner.end()
    await clearFiles({ pool, depot: app.services.depot, staging: app.services.staging })
    expect((await looksAt(app, 'rep', goes, 'original')).status).toBe(404)
    expect((await looksAt(app, 'rep', stays, 'original')).status).toBe(200)
    expect([kept, twice, left].map((bytes) => statSync(pathOf(sha256(bytes)), { throwIfNoEntry: false }) !== undefined)).toEqual([
      true,
      true,
      false,
    ])
    expect((await sends(app, 'rep', begun.headers.get('location') ?? '', Buffer.alloc(1000))).status).toBe(404)
  })

  test('SEC-10 only our own pages begin, send, end or check an upload, and only for who is signed in', async () => {
    const bytes = await aPhoto()
    expect((await beginsUpload(app, undefined, 'a.jpg', 10)).status).toBe(401)
    expect((await beginsUpload(app, 'rep', 'a.jpg', 10, { origin: 'https://elsewhere.example' })).status).toBe(403)
    const { cookie } = (await app.headers('rep')) as { cookie: string }
    const begun = await beginsUpload(app, 'rep', 'a.jpg', bytes.length)
    const at = app.url + (begun.headers.get('location') ?? '')
    expect(begun.headers.get('access-control-allow-origin')).toBe(app.url)
    for (const [method, url] of [
      ['POST', `${app.url}/uploads`],
      ['PATCH', at],
      ['HEAD', at],
      ['DELETE', at],
      ['POST', `${at}/finish`],
      ['OPTIONS', at],
    ] as const)
      expect([method, (await fetch(url, { method, headers: { cookie, 'tus-resumable': '1.0.0', 'upload-length': '5' } })).status]).toEqual([
        method,
        403,
      ])
  })

  test('SEC-4 an upload is there for whoever began it and for nobody else', async () => {
    const begun = await beginsUpload(app, 'rep', 'a.jpg', 10)
    const at = begun.headers.get('location') ?? ''
    expect((await sends(app, 'rep2', at, Buffer.alloc(10))).status).toBe(404)
    expect((await finishes(app, 'rep2', at)).status).toBe(404)
    expect((await sends(app, 'rep', '/uploads/..%2f..%2fhistory.key', Buffer.alloc(10))).status).toBe(404)
  })
})

describe('X-8 looking at files', () => {
  test('X-8 what is shown of a photo says nothing of where it was taken; the original does, to fewer people', async () => {
    const file = await uploads(app, 'rep', '现场.jpg', await aPhoto({ gps: true, width: 3000, height: 2000, colour: '#456' }))
    await aCase(app, { evidence: [photo(file)] })
    for (const view of ['thumbnail', 'picture']) {
      const answer = await looksAt(app, 'analyst', file, view)
      expect(
        Object.fromEntries(
          ['content-type', 'content-disposition', 'x-content-type-options', 'content-security-policy', 'cache-control'].map((name) => [
            name,
            answer.headers.get(name),
          ]),
        ),
      ).toEqual({
        'content-type': 'image/jpeg',
        'content-disposition': 'inline',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
        'cache-control': 'private, no-cache',
      })
      const { exif, width } = await sharp(Buffer.from(await answer.arrayBuffer())).metadata()
      expect([view, exif, width]).toEqual([view, undefined, view === 'thumbnail' ? 320 : 2048])
      const again = await looksAt(app, 'analyst', file, view, { 'if-none-match': answer.headers.get('etag') ?? '' })
      expect(again.status).toBe(304)
    }
    expect((await looksAt(app, 'analyst', file, 'original')).status).toBe(404)
    const original = await looksAt(app, 'rep', file, 'original')
    expect(original.headers.get('content-disposition')).toContain('attachment; filename="file"; filename*=UTF-8\'\'%E7%8E%B0%E5%9C%BA.jpg')
    expect((await sharp(Buffer.from(await original.arrayBuffer())).metadata()).exif).toBeDefined()
  })

  test('X-8 a film plays in ranges, without where it was taken', async () => {
    const film = aFilm({ position: '+22.5417+114.0542/' })
    const file = await uploads(app, 'rep', '漏水.mp4', film)
    await aCase(app, { evidence: [{ kind: 'video', title: '漏水', file }] })
    const whole = Buffer.from(await (await looksAt(app, 'analyst', file, 'film')).arrayBuffer())
    expect(whole.length).toBe(film.length)
    expect(whole.includes('+22.54')).toBe(false)
    expect(whole.includes('xyz')).toBe(false)
    for (const [from, to] of [
      [0, 99],
      [150, 420],
      [film.length - 10, film.length - 1],
    ] as const) {
      const part = await looksAt(app, 'analyst', file, 'film', { range: `bytes=${from}-${to}` })
      expect([part.status, part.headers.get('content-range')]).toEqual([206, `bytes ${from}-${to}/${film.length}`])
      expect(Buffer.from(await part.arrayBuffer()).equals(whole.subarray(from, to + 1))).toBe(true)
    }
    expect((await looksAt(app, 'analyst', file, 'film', { range: `bytes=${film.length}-` })).status).toBe(416)
    expect((await looksAt(app, 'analyst', file, 'original')).status).toBe(404)
  })

  test('X-8 SEC-4 whoever may not read the record finds no file, by any view, and the same answer as where there is none', async () => {
    const file = await uploads(app, 'rep', 'a.pdf', Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n'))
    const paper = await uploads(app, 'rep', 'a.jpg', await aPhoto({ colour: '#010203' }))
    const complaint = await aCase(app, { evidence: [{ kind: 'document', title: '信', file }, photo(paper)] })
    const none = await looksAt(app, 'rep', '00000000-0000-4000-8000-00000000abcd', 'original')
    const nothing = [none.status, await none.text(), none.headers.get('content-type'), none.headers.get('cache-control')]
    let reading = 0
    for (const name of names.filter((one) => one !== 'nobody')) {
      const answer = await app.ask(name, 'query($id: ID!) { complaint(id: $id) { id } }', { id: complaint })
      const reads = answer.data?.['complaint']?.['id'] === complaint
      if (reads) reading++
      for (const [id, view] of [
        [file, 'original'],
        [paper, 'thumbnail'],
        [paper, 'picture'],
      ] as const) {
        const got = await looksAt(app, name, id, view)
        if (reads) expect([name, view, got.status]).toEqual([name, view, 200])
        else
          expect([name, got.status, await got.text(), got.headers.get('content-type'), got.headers.get('cache-control')]).toEqual([
            name,
            ...nothing,
          ])
      }
    }
    expect(reading).toBeGreaterThan(3)
    expect((await looksAt(app, undefined, file, 'original')).status).toBe(401)
  })

  test('X-8 before it hangs on a record, a file is seen by whoever sent it', async () => {
    const file = await uploads(app, 'frontDesk', 'a.jpg', await aPhoto({ colour: '#999' }))
    expect((await looksAt(app, 'frontDesk', file, 'thumbnail')).status).toBe(200)
    expect((await looksAt(app, 'manager', file, 'thumbnail')).status).toBe(404)
  })

  test('F-13 a check finds one altered byte, and missing bytes', async () => {
    const bytes = await aPhoto({ colour: '#0f0f0f' })
    const file = await uploads(app, 'rep', 'a.jpg', bytes)
    await aCase(app, { evidence: [photo(file)] })
    const check = async () => {
      const answer = await fetch(`${app.url}/files/${file}/check`, { method: 'POST', headers: await app.headers('analyst') })
      return ((await answer.json()) as { standing?: string }).standing
    }
    expect(await check()).toBe('unaltered')
    const path = pathOf(sha256(bytes))
    const stored = readFileSync(path)
    stored[300] = (stored[300] ?? 0) ^ 1
    writeFileSync(path, stored)
    expect(await check()).toBe('altered')
    writeFileSync(path, bytes)
    expect(await check()).toBe('unaltered')
  })
})
