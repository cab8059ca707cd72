import { seeded } from '../../apps/server/src/demo/random.ts'
import { discoveries, testsOf, type Cell, type Dimension, type Found } from '@lintel/domain'

/** A burst of one cell in one place: how many would have come, and how many came. */
export type Burst = {
  readonly cell: number
  readonly dimension: Dimension
  readonly value: number
  readonly expected: number
  readonly came: number
}
/** A month that was tested. `owed`: how many of the cases of a finding were planted, in the months it is about. */
export type SimulatedMonth = {
  readonly found: readonly Found<number>[]
  readonly bursts: readonly Burst[]
  owed(one: Found<number>): number
}

const months = 49
const firstTested = 24
const cells = 8
const projects = 6
const perProject = 4
const buildings = projects * perProject
const houseTypes = 6
const contractors = 9
/** How much more counts vary than by chance alone. */
const dispersion = 0.02

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0)
const upTo = (n: number) => Array.from({ length: n }, (_, at) => at)
type Draw = () => number
const poisson = (draw: Draw, mean: number): number => {
  if (mean > 30) return poisson(draw, mean / 2) + poisson(draw, mean / 2)
  let n = 0
  for (let product = draw(); product > Math.exp(-mean); product *= draw()) n++
  return n
}
/** Of mean one, with that variance. */
const gamma = (draw: Draw, variance: number) => {
  const shape = Math.round(1 / variance)
  return sum(upTo(shape).map(() => -Math.log(1 - draw()))) / shape
}

/** A company by chance alone: its buildings are handed over one after another, its cells have rates and seasons of their own. */
const company = (draw: Draw) => {
  const units = upTo(buildings).map(() => 40 + Math.floor(draw() * 160))
  const opened = units.map(() => (draw() < 0.6 ? 0 : Math.floor(draw() * 30)))
  const rates = upTo(cells).map(() => 0.004 + draw() * 0.04)
  const season = upTo(cells).map(() => ({ height: draw() * 0.4, top: draw() * 12 }))
  const works = upTo(cells).map(() => upTo(projects).map(() => Math.floor(draw() * contractors)))
  const types = units.map(() => Math.floor(draw() * (houseTypes - 1)))
  const worksAt = (cell: number, building: number) => works[cell]?.[Math.floor(building / perProject)] ?? 0
  const handedOver = (building: number, month: number) => ((opened[building] ?? 0) <= month ? (units[building] ?? 0) : 0)
  /** How much of a building lies in a place. */
  const within = (dimension: Dimension, value: number, cell: number, building: number): number => {
    if (dimension === 'company') return 1
    if (dimension === 'project') return Number(Math.floor(building / perProject) === value)
    if (dimension === 'building') return Number(building === value)
    if (dimension === 'contractor') return Number(worksAt(cell, building) === value)
    return value === houseTypes - 1 ? 0.3 : types[building] === value ? 0.7 : 0
  }
  const mean = (cell: number, building: number, month: number) => {
    const { height, top } = season[cell] ?? { height: 0, top: 0 }
    return handedOver(building, month) * (rates[cell] ?? 0) * (1 + height * Math.cos(((month - top) / 12) * 2 * Math.PI))
  }
  const known = new Map<string, number[]>()
  /** Units handed over in a place, by month. */
  const exposure = (dimension: Dimension, value: number, cell: number) => {
    const key = keyOf(cell, dimension, value)
    const units =
      known.get(key) ?? upTo(months).map((t) => sum(upTo(buildings).map((b) => handedOver(b, t) * within(dimension, value, cell, b))))
    known.set(key, units)
    return units
  }
  return { types, worksAt, within, mean, exposure }
}
type Case = { readonly cell: number; readonly building: number; readonly houseType: number }
/** Cases of a cell in a place, by month. */
type Counts = Map<string, number[]>
const keyOf = (cell: number, dimension: Dimension, value: number) => `${cell} ${dimension} ${value}`

const places: readonly (readonly [Dimension, number])[] = [
  ['project', projects],
  ['building', buildings],
  ['contractor', contractors],
  ['houseType', houseTypes],
]
const of = ({ worksAt }: ReturnType<typeof company>, dimension: Dimension, { cell, building, houseType }: Case) =>
  ({ company: 0, project: Math.floor(building / perProject), building, contractor: worksAt(cell, building), houseType })[dimension]

/**
 * What one seed brings: 25 months that are tested, each as the job would. Each has two bursts of the promised size (five or more
 * expected, three to five times as many planted) and one of any size and height. Y-2
 */
export const simulate = (seed: number): readonly SimulatedMonth[] => {
  const random = seeded(seed)
  const draw = () => random.next()
  const it = company(draw)
  const usual = (dimension: Dimension, value: number, cell: number, month: number) =>
    sum(upTo(buildings).map((building) => it.mean(cell, building, month) * it.within(dimension, value, cell, building)))
  const usualCases: Counts = new Map()
  const plantedCases: Counts = new Map()
  const planted: (Burst & { readonly month: number })[] = []
  const add = (month: number, cell: number, building: number, houseType: number, into: Counts) => {
    for (const [dimension] of [['company'], ...places] as const) {
      const key = keyOf(cell, dimension, of(it, dimension, { cell, building, houseType }))
      const byMonth = into.get(key) ?? upTo(months).map(() => 0)
      byMonth[month] = (byMonth[month] ?? 0) + 1
      into.set(key, byMonth)
    }
  }
  const anywhere = () => {
    const [dimension, values] = random.pick(places)
    return { dimension, value: Math.floor(draw() * values), cell: Math.floor(draw() * cells) }
  }
  const plant = (month: number, least: number, times: number) => {
    for (let n = 0; n < 200; n++) {
      const { dimension, value, cell } = anywhere()
      const expected = usual(dimension, value, cell, month)
      if (expected < least || planted.some((one) => one.month === month && one.cell === cell)) continue
      let more = 0
      for (const building of upTo(buildings)) {
        const here = poisson(draw, it.mean(cell, building, month) * it.within(dimension, value, cell, building) * (times - 1))
        more += here
        for (let k = 0; k < here; k++)
          add(
            month,
            cell,
            building,
            dimension === 'houseType' ? value : draw() < 0.7 ? (it.types[building] ?? 0) : houseTypes - 1,
            plantedCases,
          )
      }
      planted.push({ month, cell, dimension, value, expected, came: more })
      return
    }
  }
  for (const month of upTo(months)) {
    for (const cell of upTo(cells))
      for (const building of upTo(buildings))
        for (let n = poisson(draw, it.mean(cell, building, month) * gamma(draw, dispersion)); n > 0; n--)
          add(month, cell, building, draw() < 0.7 ? (it.types[building] ?? 0) : houseTypes - 1, usualCases)
    if (month < firstTested) continue
    plant(month, 5, 3 + draw() * 2)
    plant(month, 5, 3 + draw() * 2)
    plant(month, 0.3, 1.5 + draw() * 3.5)
  }
  const both: Counts = new Map(
    [...new Set([...usualCases.keys(), ...plantedCases.keys()])].map((key) => [
      key,
      upTo(months).map((t) => (usualCases.get(key)?.[t] ?? 0) + (plantedCases.get(key)?.[t] ?? 0)),
    ]),
  )
  return upTo(months - firstTested).map((at): SimulatedMonth => {
    const month = firstTested + at
    return {
      found: discoveries(upTo(cells).flatMap((cell) => testsOf(cellOf(it, both, cell, month)))),
      bursts: planted
        .filter((one) => one.month === month)
        .map((one) => ({ ...one, came: both.get(keyOf(one.cell, one.dimension, one.value))?.[month] ?? 0 })),
      owed: ({ key, kind, dimension, value }) =>
        sum((plantedCases.get(keyOf(key, dimension, Number(value))) ?? []).slice(kind === 'growth' ? month : month - 5, month + 1)),
    }
  })
}

/** A cell as the server reads it from the records. */
const cellOf = (it: ReturnType<typeof company>, counts: Counts, cell: number, month: number): Cell<number> => {
  const none = upTo(months).map(() => 0)
  const within = (dimension: Dimension, value: number, of = cell) =>
    (counts.get(keyOf(of, dimension, value)) ?? none).slice(month - 24, month + 1)
  const others = (dimension: Dimension, value: number) =>
    sum(upTo(cells).map((other) => (other === cell ? 0 : sum(within(dimension, value, other).slice(-6)))))
  const all = others('company', 0)
  const exposed = (dimension: Dimension, value: number) => it.exposure(dimension, value, cell).slice(month - 24, month + 1)
  const share = (dimension: Dimension, value: number) =>
    // who works where is known: a contractor is expected to have what its projects have
    dimension === 'contractor'
      ? sum(upTo(projects).map((project) => (it.worksAt(cell, project * perProject) === value ? others('project', project) : 0)))
      : others(dimension, value)
  return {
    key: cell,
    whole: { counts: within('company', 0), exposure: exposed('company', 0) },
    places: places.flatMap(([dimension, values]) =>
      upTo(values).map((value) => ({
        dimension,
        value: String(value),
        counts: within(dimension, value),
        exposure: exposed(dimension, value),
        share: (share(dimension, value) + 0.5) / (all + 1),
      })),
    ),
  }
}
