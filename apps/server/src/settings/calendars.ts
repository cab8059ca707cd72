import published from 'chinese-days/dist/chinese-days.json' with { type: 'json' }

type Year = { readonly year: number; readonly holidays: readonly string[]; readonly makeUpDays: readonly string[] }

// before that the package's days were not checked against the official papers
const firstYear = 2007

const byYear = (days: Readonly<Record<string, string>>) => Map.groupBy(Object.keys(days), (day) => Number(day.slice(0, 4)))

/** The official holidays and make-up working days of every published year that ships. A later year is published by the administrator. T-1 */
export const shippedCalendars = (): readonly Year[] => {
  const holidays = byYear(published.holidays)
  const makeUpDays = byYear(published.workdays)
  return [...holidays.keys()]
    .filter((year) => year >= firstYear)
    .toSorted((one, other) => one - other)
    .map((year) => ({ year, holidays: holidays.get(year) ?? [], makeUpDays: makeUpDays.get(year) ?? [] }))
}
