import {
  plus,
  type AnyQuestion,
  type AnyRecord,
  type Money,
  type Moment,
  type NounName,
  type Replays,
  type Rules,
  type Settings,
} from '@lintel/domain'
import { heldScope, Statement } from '../fields/readable.ts'
import { revived } from '../records/document.ts'
import { mappings } from '../records/mappings.ts'
import { factOf, nounNames, nounOf } from '../records/nouns.ts'
import type { Reader, Reading } from '../schema/context.ts'

/** How one question comes out over the records looked at: how often it arose, how often it held, and what was at stake. */
export type Answer = {
  readonly noun: NounName
  readonly question: string
  readonly arose: number
  readonly now: number
  readonly then: number
  /** Where something is at stake. */
  readonly amountNow: Money | undefined
  readonly amountThen: Money | undefined
}
/** A record of which it comes out otherwise. */
export type Difference = {
  readonly noun: NounName
  readonly question: string
  readonly id: string
  readonly number: string
  readonly now: boolean
  readonly then: boolean
}
export type ReplayPage = {
  readonly looked: number
  readonly answers: readonly Answer[]
  readonly differences: readonly Difference[]
  readonly next: string | undefined
}
export type Asked = {
  readonly now: Moment
  readonly inForce: Rules
  readonly tried: Rules
  readonly from: Date
  readonly until: Date
}

const replaysOf = (noun: NounName) => (nounOf(noun) as { readonly replays?: Replays<AnyRecord> }).replays
type Questions = readonly (readonly [string, AnyQuestion<AnyRecord>])[]
type Replayed = { readonly noun: NounName; readonly since: string; readonly questions: Questions }

/** Settings that past records answer to. */
export const replayedSettings: ReadonlySet<string> = new Set(
  nounNames.flatMap((noun) => Object.values(replaysOf(noun)?.questions ?? {}).flatMap(({ by }) => by as readonly string[])),
)

/** The nouns with questions that hang on what is changed. */
const replayed = (changed: readonly (keyof Settings)[]): readonly Replayed[] =>
  nounNames.flatMap((noun) => {
    const replays = replaysOf(noun)
    const questions = Object.entries(replays?.questions ?? {}).filter(([, { by }]) => by.some((name) => changed.includes(name)))
    return replays && questions.length > 0 ? [{ noun, since: replays.since, questions }] : []
  })
const changedIn = ({ inForce, tried }: Asked) =>
  (Object.keys(inForce) as (keyof Settings)[]).filter((name) => inForce[name] !== tried[name])
const mayRead = (reader: Reader, noun: NounName) => heldScope(noun, reader, new Statement()) !== 'false'

/** What the reader's positions do not let them read, and is therefore not counted. SEC-5 */
export const notCounted = (reader: Reader, asked: Asked): readonly NounName[] =>
  replayed(changedIn(asked)).flatMap(({ noun }) => (mayRead(reader, noun) ? [] : [noun]))

type Place = { readonly nth: number; readonly at: string; readonly id: string }
const placeIn = (after: string | undefined, nouns: readonly Replayed[]): Place | undefined => {
  if (after === undefined) return { nth: 0, at: 'infinity', id: '00000000-0000-0000-0000-000000000000' }
  const [noun, at = '', id = ''] = Buffer.from(after, 'base64url').toString('utf8').split('|')
  const nth = nouns.findIndex((one) => one.noun === noun)
  const known = nth !== -1 && (at === 'infinity' || !Number.isNaN(Date.parse(at))) && /^[0-9a-f-]{36}$/u.test(id)
  return known ? { nth, at, id } : undefined
}
const written = (noun: NounName, at: string, id: string) => Buffer.from(`${noun}|${at}|${id}`).toString('base64url')

const column = (name: string) => name.replaceAll(/[A-Z]/gu, (letter) => `_${letter.toLowerCase()}`)
const within = ({ noun, since }: Replayed, reader: Reader, { from, until }: Asked, statement: Statement) => {
  const began = `t.${column(since)}`
  const scope = heldScope(noun, reader, statement)
  return `${began} >= ${statement.bind(from.toISOString())}::timestamptz and ${began} < ${statement.bind(until.toISOString())}::timestamptz and ${scope}`
}

/** How many records there are to look at. */
export const replayedCount = async (prisma: Reading, reader: Reader, asked: Asked): Promise<number> => {
  let sum = 0
  for (const one of replayed(changedIn(asked)).filter(({ noun }) => mayRead(reader, noun))) {
    const statement = new Statement()
    const [row] = await prisma.$queryRawUnsafe<{ count: number }[]>(
      `select count(*)::int as count from "${mappings[one.noun].table}" t where ${within(one, reader, asked, statement)}`,
      ...statement.values,
    )
    sum += row?.count ?? 0
  }
  return sum
}

type Row = { readonly id: string; readonly at: string; readonly document: unknown }
const look = (prisma: Reading, reader: Reader, one: Replayed, asked: Asked, { at, id }: Place, portion: number) => {
  const statement = new Statement()
  const began = `t.${column(one.since)}`
  const where = within(one, reader, asked, statement)
  const last = `${statement.bind(at)}::timestamptz`
  return prisma.$queryRawUnsafe<Row[]>(
    `select t.id::text, ${began}::text as at, t.document from "${mappings[one.noun].table}" t
     where ${where} and ${began} <= ${last} and (${began} < ${last} or t.id > ${statement.bind(id)}::uuid)
     order by ${began} desc, t.id limit ${portion}`,
    ...statement.values,
  )
}

type Beside = ReadonlyMap<string, AnyRecord>
/** The records that the questions ask of besides the one they are about, found by id. */
const besides = async (prisma: Reading, questions: Questions, records: readonly AnyRecord[]): Promise<Beside> => {
  const found = new Map<string, AnyRecord>()
  for (const [, { needs }] of questions)
    for (const [name, keyOf] of Object.entries(needs ?? {})) {
      const { name: noun, fact } = factOf(name)
      const ids = records.flatMap((record) => {
        const key = keyOf(record)
        const { id } = key === undefined ? {} : fact.find(key)
        return typeof id === 'string' ? [id] : []
      })
      const rows = await prisma.$queryRawUnsafe<{ document: unknown }[]>(
        `select document from "${mappings[noun].table}" where id = any($1::uuid[])`,
        [...new Set(ids)],
      )
      for (const { document } of rows) {
        const record = revived(document) as AnyRecord
        found.set(record.id, record)
      }
    }
  return found
}
const factsFor = ({ needs, at }: AnyQuestion<AnyRecord>, record: AnyRecord, rules: Rules, now: Moment, beside: Beside) =>
  Object.fromEntries(
    Object.entries(needs ?? {}).map(([name, keyOf]) => {
      const key = keyOf(record)
      const { fact } = factOf(name)
      const { id } = key === undefined ? {} : fact.find(key)
      const other = typeof id === 'string' ? beside.get(id) : undefined
      return [name, fact.read(other ? [other] : [], { now: at?.(record) ?? now, rules, key })]
    }),
  )

type Sum = { arose: number; now: number; then: number; amountNow: Money | undefined; amountThen: Money | undefined }
const added = (sum: Money | undefined, amount: Money | undefined) =>
  sum === undefined || amount === undefined ? (amount ?? sum) : plus(sum, amount)

/**
 * A portion of what has happened, looked at under the rules in force and under those that are tried. Whoever asks adds the
 * portions up: nothing is kept between them, so that it can be stopped at any moment and asked of any server. Y-8
 */
export const replayPage = async (
  prisma: Reading,
  reader: Reader,
  asked: Asked,
  { after, portion }: { readonly after: string | undefined; readonly portion: number },
): Promise<ReplayPage | undefined> => {
  const nouns = replayed(changedIn(asked)).filter(({ noun }) => mayRead(reader, noun))
  const place = placeIn(after, nouns)
  if (!place) return undefined
  const one = nouns[place.nth]
  if (!one) return { looked: 0, answers: [], differences: [], next: undefined }
  const rows = await look(prisma, reader, one, asked, place, portion)
  const records = rows.map(({ document }) => revived(document) as AnyRecord)
  const beside = await besides(prisma, one.questions, records)
  const differences: Difference[] = []
  const answers = one.questions.map(([question, declared]): Answer => {
    const sum: Sum = { arose: 0, now: 0, then: 0, amountNow: undefined, amountThen: undefined }
    for (const record of records) {
      const ask = (rules: Rules) => {
        const holds = declared.holds(record, rules, asked.now, factsFor(declared, record, rules, asked.now, beside))
        return { holds, amount: holds ? declared.amount?.(record, rules) : undefined }
      }
      const [now, then] = [ask(asked.inForce), ask(asked.tried)]
      if (now.holds === undefined && then.holds === undefined) continue
      sum.arose += 1
      if (now.holds) sum.now += 1
      if (then.holds) sum.then += 1
      sum.amountNow = added(sum.amountNow, now.amount)
      sum.amountThen = added(sum.amountThen, then.amount)
      if (now.holds !== then.holds || now.amount !== then.amount)
        differences.push({
          noun: one.noun,
          question,
          id: record.id,
          number: record.number ?? (record as { readonly complaintNumber?: string }).complaintNumber ?? '',
          now: now.holds === true,
          then: then.holds === true,
        })
    }
    return { noun: one.noun, question, ...sum }
  })
  const last = rows.at(-1)
  const following = nouns[place.nth + 1]
  const next =
    last && rows.length === portion
      ? written(one.noun, last.at, last.id)
      : following && written(following.noun, 'infinity', '00000000-0000-0000-0000-000000000000')
  return { looked: rows.length, answers, differences, next }
}
