import type { Ask } from './asked.ts'
import { firstDayOf, monthOf, type Days } from './calendar.ts'
import type { DimensionName } from './registry.ts'

/** Cases summed up by month and these dimensions, kept by `trend_fold`; the number is the one that has there. */
export type Roll = { readonly roll: number; readonly of: readonly DimensionName[] }
/** What is asked most, the smaller before the larger: the first that has what is asked for is read. */
export const rolls: readonly Roll[] = [
  { roll: 1, of: ['project', 'category'] },
  { roll: 2, of: ['project', 'element'] },
  { roll: 3, of: ['project', 'severity'] },
  { roll: 4, of: ['project', 'channel'] },
  { roll: 5, of: ['project', 'kind'] },
  { roll: 6, of: ['project', 'trade'] },
  { roll: 7, of: ['category', 'element'] },
  { roll: 8, of: ['contractor', 'element'] },
  { roll: 9, of: ['project', 'houseType'] },
  { roll: 10, of: ['project', 'contractor'] },
  { roll: 11, of: ['project', 'representative'] },
  { roll: 12, of: ['project', 'category', 'contractor'] },
  { roll: 13, of: ['project', 'subcategory'] },
  { roll: 14, of: ['project', 'building'] },
  { roll: 15, of: ['project', 'age'] },
  { roll: 16, of: ['contractor', 'category'] },
]

/** The roll that knows of all these dimensions. */
export const rollFor = (needed: readonly DimensionName[]): Roll | undefined =>
  rolls.find(({ of }) => needed.every((name) => of.includes(name)))

/** Whole months of some days, and the days at their edges; nothing where there is no whole month. Of what has not come yet there is nothing. */
export const wholeMonths = (
  { from, until }: Days,
  today: number,
): { readonly first: number; readonly last: number; readonly edges: readonly Days[] } | undefined => {
  const first = firstDayOf('month', monthOf(from)) === from ? monthOf(from) : monthOf(from) + 1
  const last = until >= today ? monthOf(until) : monthOf(until + 1) - 1
  if (last < first) return undefined
  const [begins, ends] = [firstDayOf('month', first), firstDayOf('month', last + 1) - 1]
  return {
    first,
    last,
    edges: [...(from < begins ? [{ from, until: begins - 1 }] : []), ...(until > ends ? [{ from: ends + 1, until }] : [])],
  }
}
/** Whether sums of months can tell it. */
export const ofMonths = ({ grain }: Ask) => grain === undefined || grain === 'month' || grain === 'quarter' || grain === 'year'
