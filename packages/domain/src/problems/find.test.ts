import { describe, expect, test } from 'vitest'
import { judgingSeeds } from '../../../../test/build/simulation-seeds.ts'
import { simulate } from '../../../../test/build/simulated-months.ts'
import { binomialTail, falseDiscoveries, negativeBinomialTail } from './chance.ts'
import { discoveries, testsOf, type Cell } from './find.ts'

describe('Y-2 what chance explains', () => {
  // from SciPy 1.x: nbinom.sf, poisson.sf, binom.sf
  test.each([
    [30, 10, 0.1, 0.00053250981727615],
    [5, 0.5, 0.5, 0.0016],
    [15, 5, 0, 0.00022625367617675488],
    [0, 3, 0.1, 1],
  ])('Y-2 %i or more where %f are expected with dispersion %f', (seen, mean, dispersion, chance) => {
    expect(negativeBinomialTail(seen, mean, dispersion) / chance).toBeCloseTo(1, 9)
  })
  test.each([
    [20, 100, 0.08, 0.00011568309584959685],
    [3000, 20_000, 0.1, 1.1360648561552253e-108],
    [3, 3, 0.5, 0.125],
  ])('Y-2 %i or more of %i with a chance of %f', (seen, among, chance, tail) => {
    expect(binomialTail(seen, among, chance) / tail).toBeCloseTo(1, 6)
  })
  test('Y-2 false discoveries as Benjamini and Hochberg count them, in their own example', () => {
    const chances = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
    expect(falseDiscoveries(chances).filter((share) => share <= 0.05)).toHaveLength(4)
    expect(falseDiscoveries([0.04, 0.01, 0.03])).toEqual([0.04, 0.03, 0.04])
  })
})

const steady = (n: number, last: number) => [...Array.from({ length: 24 }, () => n), last]
const cell = (last: number, here = last): Cell<string> => ({
  key: 'window',
  whole: { counts: steady(12, last) },
  places: ['a', 'b', 'c'].map((value) => ({ dimension: 'project', value, counts: steady(4, value === 'a' ? here - 8 : 4), share: 1 / 3 })),
})

describe('Y-2 growth and concentration', () => {
  test('Y-2 what comes as always is nothing', () => {
    expect(discoveries(testsOf(cell(12)))).toEqual([])
  })
  test('Y-2 three times as much in one project is found there, with what was expected', () => {
    const [first] = discoveries(testsOf(cell(20)))
    expect(first).toMatchObject({ kind: 'growth', dimension: 'project', value: 'a', seen: 12 })
    expect(first?.expected).toBeCloseTo(4, 1)
  })
  test('Y-2 twice as many homes bring twice as much, and that is no growth', () => {
    const doubled = { key: 'x', whole: { counts: steady(20, 40), exposure: steady(100, 200) }, places: [] }
    expect(discoveries(testsOf(doubled))).toEqual([])
    expect(discoveries(testsOf({ ...doubled, whole: { counts: steady(20, 40) } }))).toHaveLength(1)
  })
  test('Y-2 what every July brings is a season', () => {
    const rain = Array.from({ length: 25 }, (_, n) => (n % 12 === 0 ? 60 : 20))
    expect(discoveries(testsOf({ key: 'roof', whole: { counts: rain }, places: [] }))).toEqual([])
  })
  test('Y-2 half a year gives no history', () => {
    expect(testsOf({ key: 'x', whole: { counts: [1, 1, 1, 1, 1, 90] }, places: [] })).toEqual([])
  })
  test('Y-2 a building with five times its share is found without any growth', () => {
    const places = Array.from({ length: 10 }, (_, n) => ({
      dimension: 'building' as const,
      value: String(n),
      counts: steady(n === 0 ? 5 : 1, n === 0 ? 5 : 1),
      share: 0.1,
    }))
    const found = discoveries(testsOf({ key: 'drain', whole: { counts: steady(14, 14) }, places }))
    expect(found.map(({ kind, value }) => [kind, value])).toEqual([['concentration', '0']])
  })
})

test('Y-2 in 1,000 simulated months at least 95 % of bursts to three times five or more are found, and at most 5 % of what is found is chance', () => {
  let found = 0
  let chance = 0
  let large = 0
  let hit = 0
  for (const seed of judgingSeeds) {
    let before = new Set<string>()
    for (const month of simulate(seed)) {
      const now = new Set(month.found.map((one) => `${one.kind} ${one.key} ${one.dimension} ${one.value}`))
      for (const one of month.found) {
        // what concentrates over half a year is found once
        if (one.kind === 'concentration' && before.has(`${one.kind} ${one.key} ${one.dimension} ${one.value}`)) continue
        found++
        if (month.owed(one) < (one.seen - one.expected) / 2) chance++
      }
      before = now
      for (const burst of month.bursts) {
        if (burst.expected < 5 || burst.came < 3 * burst.expected) continue
        large++
        if (month.found.some((one) => one.key === burst.cell && one.dimension === burst.dimension && one.value === String(burst.value)))
          hit++
      }
    }
  }
  expect(large).toBeGreaterThan(500)
  expect(hit / large).toBeGreaterThanOrEqual(0.95)
  expect(chance / found).toBeLessThanOrEqual(0.05)
}, 60_000)
