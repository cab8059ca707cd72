import type { Snapshot } from '../database/snapshots.ts'
import type { Reader } from '../schema/context.ts'
import type { Ask } from './asked.ts'
import { bucketOf, dayWritten, firstDayOf, type Days } from './calendar.ts'
import { homesOf, type Homes } from './homes.ts'
import { namesOf } from './labels.ts'
import { opensOf, valueOf, type Opens } from './opens.ts'
import { countedFor, countedOf, dimensionOf, measureOf, subjects, subjectsOf, type DimensionName, type MeasureName } from './registry.ts'
import { isGuarded } from './guard.ts'
import { countFacts, type But, type Cell, type Cells, type Part } from './statement.ts'

/** Seconds, a share of one, a number or a number per hundred homes; money in fen. */
export type Figure = { readonly value: number | null; readonly money: bigint | null; readonly count: number }
export type Value = Figure & {
  readonly measure: MeasureName
  readonly before: Figure | null
  readonly hidden: boolean
  readonly opens: readonly Opens[]
}
export type Key = { readonly dimension: DimensionName; readonly value: string | null; readonly label: string | null }
export type TrendRow = { readonly keys: readonly Key[]; readonly at: string | null; readonly values: readonly Value[] }
export type Trend = {
  readonly rows: readonly TrendRow[]
  readonly total: TrendRow
  readonly others: readonly TrendRow[]
  readonly groups: number
  readonly hidden: number
}

const none: Part = { part: 0n, of: 0, seconds: null }
const plus = (a: Part, b: Part): Part => ({ part: a.part + b.part, of: a.of + b.of, seconds: null })
type Parts = ReadonlyMap<MeasureName, Part>
const together = (cells: readonly Cell[]): Parts => {
  const sums = new Map<MeasureName, Part>()
  for (const { parts } of cells) for (const [name, part] of parts) sums.set(name, plus(sums.get(name) ?? none, part))
  return sums
}
/** The sums of some, with the percentiles that were taken of all of them. */
const withSeconds = (sums: Parts, taken: Parts | undefined): Parts =>
  taken ? new Map([...sums].map(([name, part]) => [name, { ...part, seconds: taken.get(name)?.seconds ?? null }])) : sums

const figureOf = (name: MeasureName, parts: Parts, homes: number): Figure => {
  const measure = measureOf(name)
  if (measure.kind === 'sum') {
    const all = countedFor(name).map((one) => figureOf(one, parts, homes))
    return {
      value: null,
      money: all.reduce((sum, { money }) => sum + (money ?? 0n), 0n),
      count: all.reduce((sum, { count }) => sum + count, 0),
    }
  }
  const { part, of, seconds } = parts.get(name) ?? none
  switch (measure.kind) {
    case 'count':
    case 'hours':
      return { value: Number(part), money: null, count: of }
    case 'money':
      return { value: null, money: part, count: of }
    case 'share':
      return { value: of === 0 ? null : Number(part) / of, money: null, count: of }
    case 'rate':
      return { value: homes === 0 ? null : (Number(part) * 100) / homes, money: null, count: of }
    case 'duration':
      return { value: seconds, money: null, count: of }
  }
}

/** What was counted over some days. */
type Counted = { readonly cells: Cells; readonly homes: Homes }
const writtenKeys = (keys: readonly number[]) => keys.join(' ')

const merged = (all: readonly Cells[]): Cells => {
  const join = (lists: readonly (readonly Cell[])[]) => {
    const byPlace = Map.groupBy(lists.flat(), ({ keys, bucket }) => `${writtenKeys(keys)}|${bucket}`)
    return [...byPlace.values()].flatMap(([first, ...more]) =>
      first ? [{ ...first, parts: new Map([first, ...more].flatMap(({ parts }) => [...parts])) }] : [],
    )
  }
  const totals = all.flatMap(({ total }) => total ?? [])
  return {
    each: join(all.map(({ each }) => each)),
    groups: join(all.map(({ groups }) => groups)),
    total: join([totals])[0],
    hidden: Math.max(0, ...all.map(({ hidden }) => hidden)),
  }
}

/** Works out what is asked, all of it as of one moment. */
export const trendOf = async (snapshot: Snapshot, reader: Reader, language: string, ask: Ask): Promise<Trend> => {
  const counted = [...new Set(ask.measures.flatMap(countedFor))]
  const wanted = [...new Set(ask.measures.flatMap(subjectsOf))]
  const namesFor = (subject: (typeof wanted)[number]) => counted.filter((name) => countedOf(name).subject === subject)
  const count = async (days: Days, but: But): Promise<Cells> => {
    const all: Cells[] = []
    for (const subject of wanted)
      for (const names of isGuarded(reader, subject) ? namesFor(subject).map((name) => [name]) : [namesFor(subject)])
        all.push(await countFacts(snapshot, reader, ask, subject, names, days, but))
    return merged(all)
  }
  const rated = ask.measures.some((name) => measureOf(name).kind === 'rate')
  const projects = reader.projectsOf(`${subjects.complaint.noun}.read`)
  const over = async (days: Days): Promise<Counted> => ({
    cells: await count(days, undefined),
    homes: rated ? await homesOf(snapshot, projects, ask, days) : () => 0,
  })
  const now = await over(ask.days)
  const before = ask.before && (await over(ask.before))
  const timed = counted.some((name) => countedOf(name).kind === 'duration')

  // groups in their order
  const byGroup = Map.groupBy([...now.cells.each, ...(before?.cells.each ?? [])], ({ keys }) => writtenKeys(keys))
  const taken = new Map((ask.grain ? now.cells.groups : now.cells.each).map((cell) => [writtenKeys(cell.keys), cell.parts]))
  const nowOf = Map.groupBy(now.cells.each, ({ keys }) => writtenKeys(keys))
  const standing = [...byGroup].map(([written, cells]) => {
    const keys = cells[0]?.keys ?? []
    const figure = figureOf(
      ask.order.measure,
      withSeconds(together(nowOf.get(written) ?? []), taken.get(written)),
      now.homes(keys, undefined),
    )
    return { written, keys, rank: figure.money === null ? figure.value : Number(figure.money) }
  })
  const direction = ask.order.descending ? -1 : 1
  const ordered = standing.toSorted((a, b) =>
    a.rank === b.rank ? (a.written < b.written ? -1 : 1) : a.rank === null ? 1 : b.rank === null ? -1 : (a.rank - b.rank) * direction,
  )
  const shown = ordered.slice(0, ask.first)
  const rest = ordered.slice(ask.first)
  const { named, labels } = await namesOf(
    snapshot,
    reader,
    language,
    ask.by,
    shown.map(({ keys }) => keys),
  )

  // a stretch of time is compared to the one as far from the beginning
  const first = (days: Days) => (ask.grain ? bucketOf(ask.grain, days.from) : 0)
  const last = ask.grain ? bucketOf(ask.grain, ask.days.until) : 0
  const earlier = (bucket: number | undefined) =>
    bucket === undefined || !ask.before ? undefined : bucket - first(ask.days) + first(ask.before)
  const placed = (cells: readonly Cell[]) => new Map(cells.map((cell) => [`${writtenKeys(cell.keys)}|${cell.bucket}`, cell.parts]))
  const each = placed(now.cells.each)
  const eachBefore = placed(before?.cells.each ?? [])
  const at = (bucket: number | undefined) =>
    ask.grain && bucket !== undefined ? dayWritten(Math.max(firstDayOf(ask.grain, bucket), ask.days.from)) : null
  const nothing: Parts = new Map()
  const later = (bucket: number | undefined) =>
    bucket === undefined || !ask.before ? undefined : bucket + first(ask.days) - first(ask.before)
  const beforeOf = Map.groupBy(before?.cells.each ?? [], ({ keys }) => writtenKeys(keys))
  /** The stretches in which a group has something, now or in what that is compared to. */
  const bucketsOf = (written: string) =>
    [
      ...new Set([
        ...(nowOf.get(written) ?? []).map(({ bucket }) => bucket),
        ...(beforeOf.get(written) ?? []).map(({ bucket }) => later(bucket)).filter((bucket) => bucket === undefined || bucket <= last),
      ]),
    ].toSorted((a, b) => (a ?? 0) - (b ?? 0))

  /** Of what was kept back it is not told that there is none. */
  const kept = (measure: MeasureName, parts: Parts) =>
    countedFor(measure).some((one) => isGuarded(reader, countedOf(one).subject) && (parts.get(one)?.of ?? 0) === 0)
  const untold: Figure = { value: null, money: null, count: 0 }
  const valuesOf = (
    parts: Parts,
    partsBefore: Parts | undefined,
    homeKeys: readonly number[] | 'together',
    keys: readonly (string | null)[] | 'together',
    bucket: number | undefined,
  ): readonly Value[] =>
    ask.measures.map((measure) => ({
      measure,
      // of groups taken together it is not known which homes they would be divided by
      ...(kept(measure, parts) ? untold : figureOf(measure, parts, homeKeys === 'together' ? 0 : now.homes(homeKeys, bucket))),
      before:
        before && partsBefore && !kept(measure, partsBefore)
          ? figureOf(measure, partsBefore, homeKeys === 'together' ? 0 : before.homes(homeKeys, earlier(bucket)))
          : null,
      hidden: kept(measure, parts),
      // most lists are never opened: one is described when it is asked for
      get opens() {
        return opensOf(reader, ask, measure, keys, bucket)
      },
    }))
  const rows = shown.flatMap(({ written, keys }) => {
    const values = ask.by.map((name, n) => valueOf(name, keys[n] ?? 0, named))
    const said = ask.by.map((dimension, n): Key => ({
      dimension,
      value: values[n] ?? null,
      // a number of months is no key, though there may be one of that number
      label: dimensionOf(dimension).kind === 'months' ? null : (labels.get(keys[n] ?? 0) ?? null),
    }))
    return bucketsOf(written).map((bucket): TrendRow => {
      const before2 = before && (eachBefore.get(`${written}|${earlier(bucket)}`) ?? nothing)
      return { keys: said, at: at(bucket), values: valuesOf(each.get(`${written}|${bucket}`) ?? nothing, before2, keys, values, bucket) }
    })
  })

  const totalOf = ({ cells }: Counted) =>
    withSeconds(together(cells.each), cells.total?.parts ?? (cells.each.length === 1 ? cells.each[0]?.parts : undefined))
  const total: TrendRow = { keys: [], at: null, values: valuesOf(totalOf(now), before && totalOf(before), [], [], undefined) }

  const others = async (): Promise<readonly TrendRow[]> => {
    if (rest.length === 0) return []
    const beyond = new Set(rest.map(({ written }) => written))
    const of = (cells: readonly Cell[]) =>
      Map.groupBy(
        cells.filter(({ keys }) => beyond.has(writtenKeys(keys))),
        ({ bucket }) => bucket,
      )
    const but = { but: shown.map(({ keys }) => keys) }
    const takenOf = async (days: Days) => new Map(timed ? (await count(days, but)).each.map(({ bucket, parts }) => [bucket, parts]) : [])
    const [parts, taken2] = [of(now.cells.each), await takenOf(ask.days)]
    const told = new Set(shown.map(({ written }) => written))
    // what was not shown is compared to what the same groups had
    const partsBefore =
      before &&
      Map.groupBy(
        before.cells.each.filter(({ keys }) => !told.has(writtenKeys(keys))),
        ({ bucket }) => bucket,
      )
    const takenBefore = before && ask.before && (await takenOf(ask.before))
    return [...parts]
      .toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
      .map(([bucket, cells]): TrendRow => {
        const was = earlier(bucket)
        return {
          keys: [],
          at: at(bucket),
          values: valuesOf(
            withSeconds(together(cells), taken2.get(bucket)),
            partsBefore && withSeconds(together(partsBefore.get(was) ?? []), takenBefore?.get(was)),
            'together',
            'together',
            bucket,
          ),
        }
      })
  }
  return { rows, total, others: await others(), groups: ordered.length, hidden: now.cells.hidden }
}
