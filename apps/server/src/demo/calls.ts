import { dayOf, daysAfter, minutesAfter, startOf, type Moment } from '@lintel/domain'
import type { DemoCompany, Home } from './company.ts'
import { matters, type Matter } from './matters.ts'
import type { Random } from './random.ts'

export type Call = { readonly at: Moment; readonly home: Home; readonly matter: Matter }

const monthOf = (at: Moment) => new Date(at + 8 * 3_600_000).getUTCMonth()
/** June to September it rains. */
const rains = (at: Moment) => monthOf(at) >= 5 && monthOf(at) <= 8
const heatingSeason = (at: Moment) => monthOf(at) >= 10 || monthOf(at) <= 2

/** Some projects have a weakness of their own, as common problems do. Y-2 */
const weakness: Readonly<Record<number, string>> = { 1: '窗边渗漏', 3: '卫生间渗漏', 6: '墙地面空鼓', 8: '下水反味' }

/** Most calls come in the first year after a home was handed over. */
const eagerness = (home: Home, at: Moment) =>
  home.handedOver === undefined || home.handedOver > at ? 0 : Math.exp(-(at - home.handedOver) / (400 * 86_400_000)) + 0.22

const matterFor = (random: Random, project: number, at: Moment): Matter => {
  const weights = Object.fromEntries(
    matters.map((matter) => {
      const rain = matter.rain ? (rains(at) ? 2.2 : 0.6) : 1
      const cold = matter.element === 'heating' ? (heatingSeason(at) ? 2.5 : 0.1) : 1
      return [matter.category, matter.weight * rain * cold * (weakness[project] === matter.category ? 4 : 1)]
    }),
  )
  const chosen = random.weighted(weights)
  const found = matters.find(({ category }) => category === chosen)
  if (!found) throw new Error(`no matter ${chosen}`)
  return found
}

/** Who calls when, and about what: `count` calls between two moments, earliest first. */
export const callsOf = ({ places }: DemoCompany, random: Random, began: Moment, now: Moment, count: number): readonly Call[] => {
  const homes = places.flatMap((place) => place.homes)
  const calls: Call[] = []
  const span = Math.floor((now - began) / 86_400_000)
  while (calls.length < count) {
    const date = startOf(dayOf(daysAfter(began, random.between(0, span))))
    const at = (minutesAfter(date, random.chance(0.55) ? random.between(9 * 60, 12 * 60) : random.between(14 * 60, 18 * 60)) +
      random.between(0, 59_999)) as Moment
    // the desk is open every day; on Sundays few call
    if (at >= now || at <= began || (new Date(date + 8 * 3_600_000).getUTCDay() === 0 && random.chance(0.7))) continue
    const home = random.pick(homes)
    if (!random.chance(eagerness(home, at))) continue
    calls.push({ at, home, matter: matterFor(random, home.project, at) })
  }
  return calls.toSorted((a, b) => a.at - b.at)
}
