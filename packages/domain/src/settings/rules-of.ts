import type { Calendar, Stretch } from '../kernel/calendar.ts'
import type { Rules } from '../kernel/rules.ts'
import { valuesOf, type CompanySettings } from './settings.ts'

/** 9:00–12:00 and 14:00–18:00. T-1 */
export const companyHours: readonly Stretch[] = [
  [9 * 60, 12 * 60],
  [14 * 60, 18 * 60],
]
export const calendarOf = (years: CompanySettings['calendar']): Calendar => ({
  holidays: new Set(years.flatMap(({ holidays }) => holidays)),
  makeUpDays: new Set(years.flatMap(({ makeUpDays }) => makeUpDays)),
  publishedYears: new Set(years.map(({ year }) => year)),
  hours: companyHours,
})
/** What decisions read, from the settings in force. */
export const rulesOf = (settings: CompanySettings): Rules => ({
  ...valuesOf(settings),
  version: settings.version,
  calendar: calendarOf(settings.calendar),
})
