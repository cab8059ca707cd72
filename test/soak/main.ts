// `npm run soak`: sixteen people decide while servers are killed, and then the database. What they were told is held
// against what is there. Bounded; a line a promise; the exit code is 1 where one does not hold.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openStore } from '@lintel/server/files/store.ts'
import { chainWith, historyKey } from '@lintel/server/history/chain.ts'
import { readCheckpoints } from '@lintel/server/history/checkpoints.ts'
import { verifyHistory } from '@lintel/server/history/verify.ts'
import { loadCompany } from '@lintel/server/records/scene.ts'
import { openEmbedded } from '@lintel/tooling/database/embedded.ts'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import pg from 'pg'
import { foundCompany, type Name } from '../build/company.ts'
import { aMailServer } from '../build/post.ts'
import { aClient, signIn, work, type Seen } from './clients.ts'
import { aServer, killDatabase } from './processes.ts'

const { values } = parseArgs({
  options: { kills: { type: 'string', default: '100' }, 'database-kills': { type: 'string', default: '20' } },
})
const kills = Number(values.kills)
const databaseKills = Number(values['database-kills'])
const people = 16
const hands: readonly Name[] = ['rep', 'rep2', 'manager', 'deputy']

let failed = false
const promise = (name: string, holds: boolean, told: string) => {
  if (!holds) failed = true
  console.log(`${holds ? 'holds' : 'FAILS'}  ${name}  ${told}`)
}
const worst = (times: readonly number[], share: number) =>
  times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`

/** Everybody is told of everything by e-mail, at any hour: many letters to be sent once. */
const tellByMail = async (databaseUrl: string) => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(
    `insert into message_choice (person_id, ways) select id, '{"approval":["email"],"task":["email"],"alert":["email"],"reminder":["email"],"outcome":["email"],"digest":[]}' from person`,
  )
  await client.end()
}

const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-soak-'))
const embedded = await openEmbedded(dataFolder)
const mail = await aMailServer()
try {
  const { ownerUrl, databaseUrl } = embedded
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder })
  await tellByMail(databaseUrl)
  const environment = { LINTEL_SMTP_URL: mail.url }
  const servers = [await aServer(databaseUrl, dataFolder, environment), await aServer(databaseUrl, dataFolder, environment)]
  const urls = servers.map(({ url }) => url)
  const seen: Seen = { acknowledged: [], odd: [], retries: 0 }
  let going = true
  const cookies = await Promise.all(hands.map((name) => signIn(urls[0] ?? '', name)))
  const shared: string[] = []
  const working = Array.from({ length: people }, (_, n) =>
    work(
      aClient(urls, cookies[n % hands.length] ?? '', seen, () => going),
      n,
      shared,
      () => going,
    ),
  )

  const back: number[] = []
  for (let n = 0; n < kills; n++) {
    // at any moment of a decision
    await wait(200 + Math.random() * 800)
    back.push((await servers[n % servers.length]?.kill()) ?? 0)
    if ((n + 1) % 10 === 0) console.log(`       … ${n + 1} of ${kills} servers killed, ${seen.acknowledged.length} decisions acknowledged`)
  }
  const databaseBack: number[] = []
  for (let n = 0; n < databaseKills; n++) {
    await wait(500 + Math.random() * 1500)
    const before = seen.acknowledged.length
    const began = performance.now()
    killDatabase(dataFolder)
    // as `npm start` does it: looked at every second
    while (!(await embedded.revive())) await wait(1000)
    while (seen.acknowledged.length === before && performance.now() - began < 60_000) await wait(10)
    databaseBack.push(performance.now() - began)
    if ((n + 1) % 5 === 0)
      console.log(`       … ${n + 1} of ${databaseKills} times the database killed, ${seen.acknowledged.length} decisions acknowledged`)
  }
  going = false
  await Promise.all(working)
  await wait(3000)
  await Promise.all(servers.map((server) => server.stop()))

  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  await client.query(`begin; select set_config('lintel.projects', '*', true)`)
  const keys = seen.acknowledged.map(({ key }) => key)
  const { rows: there } = await client.query<{ key: string }>('select distinct key from event where key = any($1::uuid[])', [keys])
  const found = new Set(there.map(({ key }) => key))
  const lost = seen.acknowledged.filter(({ key }) => !found.has(key))
  promise(
    'REL-2 REL-3',
    lost.length === 0,
    `${seen.acknowledged.length} decisions acknowledged over ${kills} kills of a server and ${databaseKills} of the database, ${seen.retries} asked for again, ${lost.length} lost`,
  )
  const { rows: doubled } = await client.query<{ key: string }>(
    `select key from event where key = any($1::uuid[]) group by key, record_id, type having count(*) > 1`,
    [keys],
  )
  const { rows: registered } = await client.query<{ n: string }>(
    `select count(*) as n from (select title from complaint group by title having count(*) > 1) twice`,
  )
  promise(
    'REL-2 REL-7',
    doubled.length === 0 && Number(registered[0]?.n) === 0,
    `${doubled.length} decisions done twice, ${registered[0]?.n ?? '?'} cases registered twice`,
  )
  const { rules } = await loadCompany(client)
  const { depot } = await openStore(dataFolder)
  const verified = await verifyHistory({
    client,
    chain: chainWith(historyKey(dataFolder)),
    heads: await readCheckpoints(dataFolder),
    rules,
    depot,
  })
  promise(
    'REL-2 REL-3',
    verified.broken === undefined,
    `${verified.events} events of ${verified.records} records: ${verified.broken ? `${verified.broken.noun} ${verified.broken.record}: ${verified.broken.why}` : 'none half-written'}`,
  )
  promise(
    'REL-2',
    worst(back, 0.95) <= 3000,
    `a killed server serves again after ${seconds(worst(back, 0.5))} (median), ${seconds(worst(back, 0.95))} (95 %), ${seconds(worst(back, 1))} (worst); aim 3 s`,
  )
  promise(
    'REL-3',
    worst(databaseBack, 0.95) <= 5000,
    `a killed database takes decisions again after ${seconds(worst(databaseBack, 0.5))} (median), ${seconds(worst(databaseBack, 0.95))} (95 %), ${seconds(worst(databaseBack, 1))} (worst); aim 5 s`,
  )
  promise(
    'SEC-9',
    seen.odd.length === 0,
    `${seen.odd.length} answers that were neither a decision nor a refusal nor a retryable error ${seen.odd[0] ?? ''}`,
  )
  const ended = servers.flatMap((server) => server.ended)
  promise('REL-3', ended.length === 0, `${ended.length} servers ended though nobody ended them ${ended[0] ?? ''}`)
  const ids = mail.letters.map(({ text }) => /Message-ID: (\S+)/i.exec(text)?.[1] ?? '')
  const { rows: states } = await client.query<{ state: string; n: string }>('select state, count(*) as n from delivery group by state')
  promise(
    'REL-12',
    new Set(ids).size === ids.length,
    `${mail.letters.length} letters, none twice; deliveries: ${states.map(({ state, n }) => `${n} ${state}`).join(', ') || 'none'}`,
  )
  await client.end()
} finally {
  await mail.close()
  await embedded.release()
  rmSync(dataFolder, { recursive: true, force: true })
}
if (failed) process.exitCode = 1
