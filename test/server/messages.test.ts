import { createHmac } from 'node:crypto'
import { deliver } from '@lintel/server/messages/deliver.ts'
import { mailFrom } from '@lintel/server/messages/email.ts'
import { messagesFor } from '@lintel/server/messages/messages.ts'
import { isRobotAddress } from '@lintel/server/messages/robot.ts'
import { afterQuiet } from '@lintel/server/messages/quiet.ts'
import { databaseNow } from '@lintel/server/database/time.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aCase, aFine, anApp, aSignedFine, ids, type App } from '../build/app.ts'
import { email, type Name } from '../build/company.ts'
import { aMailServer, aRobotHost } from '../build/post.ts'
import { at } from '../build/town.ts'

let app: App
let mail: Awaited<ReturnType<typeof aMailServer>>
let robot: Awaited<ReturnType<typeof aRobotHost>>
beforeAll(async () => {
  mail = await aMailServer()
  robot = await aRobotHost()
  process.env['LINTEL_SMTP_URL'] = mail.url
  process.env['LINTEL_ROBOT_HOSTS'] = robot.host
  app = await anApp('2026-11-23 09:00', { upkeep: false })
  return async () => {
    await app.close()
    await mail.close()
    await robot.close()
  }
})

const messagesQuery = `query($unread: Boolean) { unreadMessages { value more } messages(first: 50, unread: $unread) { edges { node { id kind stage noun recordId does part number title due readAt done } } } }`
type Line = {
  readonly type: string
  readonly bySystem: boolean
  readonly actor: string | null
  readonly at: string
  readonly payload: { readonly does: string; readonly part: string; readonly stage: string; readonly told: readonly string[] }
}
type Message = {
  readonly id: string
  readonly kind: string
  readonly stage: string
  readonly recordId: string
  readonly does: string
  readonly number: string
  readonly title: string
  readonly done: boolean
}
const me = async (name: Name) => String((await app.ask(name, '{ me { person { id } } }')).data?.['me']?.['person']?.['id'])
const toldTo = async (name: Name, unread = false) => {
  const { data } = await app.ask(name, messagesQuery, { unread })
  return {
    unread: Number(data?.['unreadMessages']?.['value']),
    all: ((data?.['messages']?.['edges'] ?? []) as unknown as { node: Message }[]).map(({ node }) => node),
  }
}
/** Everything that is to be said by the clock's time, said. */
const tell = () => messagesFor(app.services).tellNow({ ask: async () => {} })
const post = () => ({
  pool: app.services.database.pool,
  mail: mailFrom(),
  baseUrl: app.url,
  company: app.services.records.company,
  now: async () => app.services.clock.now(await databaseNow(app.services.database.pool)),
})
const send = () => deliver(post(), new AbortController().signal)
const about = (messages: readonly Message[], record: string) => messages.filter(({ recordId }) => recordId === record)

describe('X-6 at the bell', () => {
  test('X-6 whoever owes something hears of it once; whoever took it on themselves does not', async () => {
    app.at('2026-11-23 09:00')
    const { fine } = await aFine(app)
    await tell()
    await tell()
    const coordinator = about((await toldTo('coordinator')).all, fine)
    expect(coordinator.map(({ kind, stage, does }) => [kind, stage, does])).toEqual([['approval', 'begun', 'fine_sign']])
    expect(about((await toldTo('rep')).all, fine)).toEqual([])
  })
  test('X-6 what somebody else has done meanwhile does not wait to be read', async () => {
    app.at('2026-11-23 09:00')
    const complaint = await app.does('frontDesk', 'complaintRegister', {
      input: {
        project: ids.near,
        kind: 'complaint',
        channel: 'phone',
        category: ids.category,
        severity: 'general',
        title: '电梯停运',
        wording: '电梯停运',
        place: '公共部位',
        representative: await me('rep'),
      },
    })
    await tell()
    const before = await toldTo('rep')
    expect(about(before.all, complaint)).toMatchObject([{ kind: 'task', done: false }])
    await app.does('rep', 'complaintAccept', { id: complaint })
    const after = await toldTo('rep')
    expect(after.unread).toBe(before.unread - 1)
    expect(about(after.all, complaint)[0]).toMatchObject({ does: 'complaint_accept', done: true })
  })
  test('X-6 the maker hears how the approval ended', async () => {
    const { approval, fine, seats } = await aSignedFine(app)
    await app.does('leader', 'approvalReject', { id: approval, input: { seat: seats[1], reason: '证据不足' } })
    expect(about((await toldTo('rep')).all, fine)).toContainEqual(expect.objectContaining({ kind: 'outcome', stage: 'rejected' }))
    expect(about((await toldTo('leader')).all, fine).filter(({ kind }) => kind === 'outcome')).toEqual([])
  })
  test('B-5 before the deadline, at it and a working day after, each once, whoever was asleep', async () => {
    app.at('2026-11-23 09:00')
    const complaint = await aCase(app, { representative: await me('rep') })
    const stages = async () =>
      about((await toldTo('rep')).all, complaint).flatMap(({ does, stage }) => (does === 'complaint_resolve' ? [stage] : []))
    await tell()
    const owed = await app.ask('rep', 'query($id: ID!) { tasksOf(id: $id) { does clock { start due } } }', { id: complaint })
    const tasks = (owed.data?.['tasksOf'] ?? []) as unknown as { does: string; clock: { start: string; due: string } }[]
    expect(tasks.find(({ does }) => does === 'complaint_resolve')?.clock.due).toBe(app.iso('2026-12-14 18:00'))
    expect(await stages()).toEqual([])
    app.at('2026-12-10 09:00')
    await tell()
    await tell()
    expect(await stages()).toEqual(['soon'])
    // asleep over the due time and the day after: the last of it is said, and once
    app.at('2026-12-16 09:00')
    await tell()
    await tell()
    expect(await stages()).toEqual(['late', 'soon'])
  })
  test('B-5 B-9 the history tells what time did, as the system’s: whom it reminded and which superior it told', async () => {
    app.at('2026-11-23 09:00')
    const complaint = await aCase(app, { representative: await me('rep') })
    const history = async () => {
      const { data } = await app.ask(
        'manager',
        'query($id: ID!) { complaint(id: $id) { timeline(first: 100) { id type bySystem actor payload at } } }',
        { id: complaint },
      )
      const lines = (data?.['complaint']?.['timeline'] ?? []) as unknown as Line[]
      return lines.flatMap(({ type, bySystem, actor, at: when, payload: { does, part, stage, told } }) =>
        type === 'Reminded' || type === 'Escalated'
          ? [`${when.slice(0, 16)} ${type} ${does} ${part} ${stage} ${told.join()} ${bySystem} ${actor}`]
          : [],
      )
    }
    await tell()
    expect(await history()).toEqual([])
    // first contact is due at 11:00; three quarters of its time have run at 10:30, and the superior is told at 15:00
    app.at('2026-11-23 10:40')
    await tell()
    await tell()
    app.at('2026-11-23 15:05')
    await tell()
    await tell()
    expect((await history()).toSorted()).toEqual([
      '2026-11-23T02:40 Reminded complaint_recordFeedback firstContact soon rep true null',
      '2026-11-23T07:05 Escalated complaint_recordFeedback firstContact escalated deputy true null',
      '2026-11-23T07:05 Reminded complaint_recordFeedback firstContact due rep true null',
    ])
    // whoever owes it sees in their queue that their superior knows
    const { data } = await app.ask('rep', '{ tasks(first: 100) { edges { node { does recordId escalatedAt } } } }')
    const owed = (data?.['tasks']?.['edges'] ?? []) as unknown as { node: { does: string; recordId: string; escalatedAt: string | null } }[]
    expect(
      owed.map(({ node }) => node).filter(({ recordId, does }) => recordId === complaint && does === 'complaint_recordFeedback'),
    ).toMatchObject([{ escalatedAt: '2026-11-23T07:05:00.000Z' }])
  })
  test('B-9 P-3 the application may neither change nor remove what the system said', async () => {
    const { pool } = app.services.database
    await expect(pool.query('update telling set persons = persons')).rejects.toThrow('permission denied')
    await expect(pool.query('delete from telling')).rejects.toThrow('permission denied')
  })
  test('X-6 reading one, and reading all', async () => {
    const { all, unread } = await toldTo('rep', true)
    expect(all.length).toBe(unread)
    await app.ask('rep', 'mutation($ids: [ID!]) { messagesRead(ids: $ids) }', { ids: [all[0]?.id] })
    expect((await toldTo('rep')).unread).toBe(unread - 1)
    await app.ask('manager', 'mutation($ids: [ID!]) { messagesRead(ids: $ids) }', { ids: [all[1]?.id] })
    expect((await toldTo('rep')).unread, 'nobody reads for another').toBe(unread - 1)
    await app.ask('rep', 'mutation { messagesRead }')
    expect((await toldTo('rep', true)).all).toEqual([])
  })
})

const choose = (name: Name, input: object) =>
  app.ask(
    name,
    'mutation($input: MessageChoicesInput!) { messageChoicesSet(input: $input) { __typename ... on BadInput { field message } ... on MessageChoices { robotSigns quietFrom } } }',
    { input },
  )
const all = (ways: readonly string[]) => ['approval', 'task', 'alert', 'reminder', 'outcome', 'digest'].map((kind) => ({ kind, ways }))
const lettersTo = (name: Name) => mail.letters.filter(({ to }) => to === email(name))
/** The text of a letter, which comes quoted-printable. */
const decoded = (letter: string) => {
  const part = letter.split(/Content-Type: text\/plain[^]*?\r\n\r\n/)[1]?.split('\r\n--')[0] ?? ''
  const bytes = part
    .replaceAll('=\r\n', '')
    .replaceAll(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

describe('X-6 by e-mail', () => {
  beforeEach(() => {
    mail.letters.length = 0
    mail.refuse(undefined)
  })
  test('X-6 says which record and what is to be done, and not what the customer said; several at once are one letter', async () => {
    app.at('2026-11-24 10:00')
    const first = await aFine(app)
    app.at('2026-11-24 10:00')
    await app.does('rep', 'fineDraft', {
      input: { notice: first.notice, grounds: [{ ground: 1, reason: '书面说明' }], facts: '拒收通知单' },
    })
    app.at('2026-11-24 10:00')
    await tell()
    await Promise.all([send(), send()])
    const letters = lettersTo('coordinator')
    expect(letters).toHaveLength(1)
    const text = decoded(letters[0]?.text ?? '')
    expect(text).toMatch(/罚款单FK-2026-\d+：签发罚款/)
    expect(text).toContain(`${app.url}/open/`)
    expect(letters[0]?.text).not.toContain('漏水')
    await send()
    expect(lettersTo('coordinator')).toHaveLength(1)
  })
  test('X-6 in the quiet hours nothing goes out; it goes when they are over', async () => {
    app.at('2026-11-24 22:00')
    await aFineAt('2026-11-24 22:00')
    await tell()
    await send()
    expect(lettersTo('coordinator')).toEqual([])
    app.at('2026-11-25 08:00')
    await send()
    expect(lettersTo('coordinator')).toHaveLength(1)
  })
  test('X-6 a kind that was not chosen stays at home, read at the bell', async () => {
    app.at('2026-11-25 10:00')
    await choose('coordinator', { ways: all([]) })
    const { fine } = await aFineAt('2026-11-25 10:00')
    await tell()
    await send()
    expect(lettersTo('coordinator')).toEqual([])
    const told = await toldTo('coordinator', true)
    expect(about(told.all, fine)).toEqual([])
    await choose('coordinator', { ways: all(['bell', 'email']) })
  })
  test('REL-12 what the mail server does not take now is sent later, what it never takes is not', async () => {
    app.at('2026-11-25 11:00')
    mail.refuse(451)
    await aFineAt('2026-11-25 11:00')
    await tell()
    await send()
    expect(lettersTo('coordinator')).toEqual([])
    mail.refuse(undefined)
    app.at('2026-11-25 11:00')
    await send()
    expect(lettersTo('coordinator'), 'not before its time').toEqual([])
    app.at('2026-11-25 11:02')
    await send()
    expect(lettersTo('coordinator')).toHaveLength(1)
    mail.refuse(550)
    await aFineAt('2026-11-25 11:05')
    await tell()
    await send()
    mail.refuse(undefined)
    app.at('2026-11-25 13:00')
    await send()
    expect(lettersTo('coordinator')).toHaveLength(1)
    const { data } = await app.ask('coordinator', '{ messageChoices { deliveries { way state error count } } }')
    expect(data?.['messageChoices']?.['deliveries']?.[0]).toMatchObject({ way: 'email', state: 'failed' })
  })
  test('REL-12 a letter whose sender died is never sent again by itself, and says so', async () => {
    await aFineAt('2026-11-26 10:00')
    await tell()
    const { pool } = app.services.database
    // the server died after it noted that it sends and before it noted that it has sent
    await pool.query(`update delivery set state = 'sending', at = $1 where state = 'waiting'`, [app.iso('2026-11-26 10:00')])
    app.at('2026-11-26 11:00')
    await send()
    expect(lettersTo('coordinator')).toEqual([])
    const { data } = await app.ask('coordinator', '{ messageChoices { deliveries { state } } }')
    expect(data?.['messageChoices']?.['deliveries']?.[0]?.['state']).toBe('uncertain')
  })
  test('X-6 once a working day, whoever owes something gets the list of it', async () => {
    const { works } = messagesFor(app.services)
    const play = async (written: string) => {
      app.at(written)
      await works['tell']?.play({} as never, new AbortController().signal)
      mail.letters.splice(0, Infinity)
      await send()
      return lettersTo('rep').filter(({ text }) => /Subject:.*\r\n/.test(text)).length
    }
    await choose('rep', { ways: [{ kind: 'digest', ways: ['email'] }], digestAt: 8 * 60 + 30 })
    expect(await play('2026-11-27 08:29')).toBe(0)
    expect(await play('2026-11-27 08:30')).toBe(1)
    expect(await play('2026-11-27 08:31')).toBe(0)
    expect(await play('2026-11-28 09:00'), 'a Saturday').toBe(0)
  })
})

const aFineAt = async (written: string) => {
  const drafted = await aFine(app)
  app.at(written)
  return drafted
}

describe('X-6 by robot', () => {
  test('X-6 WeCom and DingTalk get their own format, DingTalk signed', async () => {
    app.at('2026-11-26 14:00')
    const say = async (input: object) => {
      robot.said.length = 0
      await choose('coordinator', { ways: all(['robot']), ...input })
      await aFineAt('2026-11-26 14:00')
      await tell()
      await send()
      return robot.said
    }
    const wecom = await say({ robotFormat: 'wecom', robotAddress: `http://${robot.host}/cgi-bin/webhook/send?key=k` })
    expect(wecom).toHaveLength(1)
    expect(wecom[0]?.body).toMatchObject({
      msgtype: 'markdown',
      markdown: { content: expect.stringMatching(/罚款单FK\\-2026|罚款单FK-2026/) },
    })
    const dingtalk = await say({
      robotFormat: 'dingtalk',
      robotAddress: `http://${robot.host}/robot/send?access_token=t`,
      robotSecret: 'SEC1',
    })
    const signed = new URL(dingtalk[0]?.path ?? '', 'http://robot').searchParams
    expect(signed.get('sign')).toBe(
      createHmac('sha256', 'SEC1')
        .update(`${signed.get('timestamp')}\nSEC1`)
        .digest('base64'),
    )
    expect(dingtalk[0]?.body.markdown.title).toContain('Lintel')
  })
  test('X-6 a secret is kept and never told, and goes with its address', async () => {
    const kept = await choose('coordinator', {
      ways: all(['robot']),
      robotFormat: 'dingtalk',
      robotAddress: `http://${robot.host}/robot/send?access_token=t`,
    })
    expect(kept.data?.['messageChoicesSet']?.['robotSigns'], 'the answer is what was given').toBe(false)
    const { data } = await app.ask('coordinator', '{ messageChoices { robotSigns robotAddress } }')
    expect(data?.['messageChoices']?.['robotSigns']).toBe(true)
    await choose('coordinator', { ways: all(['bell']) })
    expect((await app.ask('coordinator', '{ messageChoices { robotSigns } }')).data?.['messageChoices']?.['robotSigns']).toBe(false)
  })
  test('SEC-10 no other host is ever asked', () => {
    const hosts = ['qyapi.weixin.qq.com', '127.0.0.1:9']
    const cases: readonly (readonly [string, boolean])[] = [
      ['https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1', true],
      ['http://127.0.0.1:9/robot', true],
      ['http://qyapi.weixin.qq.com/x', false],
      ['https://qyapi.weixin.qq.com.evil.test/x', false],
      ['https://user:pass@qyapi.weixin.qq.com/x', false],
      ['https://qyapi.weixin.qq.com:8443/x', false],
      ['https://169.254.169.254/latest', false],
      ['file:///etc/passwd', false],
      ['javascript:alert(1)', false],
      ['', false],
    ]
    for (const [address, fine] of cases) expect(isRobotAddress(address, hosts), address).toBe(fine)
  })
  test('X-6 an address of another host is refused in words, and nothing changes', async () => {
    const { data } = await choose('coordinator', { ways: all(['robot']), robotFormat: 'wecom', robotAddress: 'https://example.test/x' })
    expect(data?.['messageChoicesSet']).toMatchObject({ __typename: 'BadInput', field: 'robotAddress' })
    expect((await app.ask('coordinator', '{ messageChoices { robotAddress } }')).data?.['messageChoices']?.['robotAddress']).toBeNull()
  })
})

test('X-6 quiet hours, over midnight and within a day', () => {
  const night = { quiet: { from: 21 * 60, until: 8 * 60 } }
  const noon = { quiet: { from: 12 * 60, until: 14 * 60 } }
  const cases: readonly (readonly [typeof night, string, string])[] = [
    [night, '2026-11-24 20:59', '2026-11-24 20:59'],
    [night, '2026-11-24 21:00', '2026-11-25 08:00'],
    [night, '2026-11-25 03:00', '2026-11-25 08:00'],
    [night, '2026-11-25 08:00', '2026-11-25 08:00'],
    [noon, '2026-11-24 12:30', '2026-11-24 14:00'],
    [noon, '2026-11-24 14:00', '2026-11-24 14:00'],
  ]
  for (const [choice, now, then] of cases) expect(afterQuiet(choice, at(now)), now).toBe(at(then))
})

afterAll(() => {
  delete process.env['LINTEL_SMTP_URL']
  delete process.env['LINTEL_ROBOT_HOSTS']
})
