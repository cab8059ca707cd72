import { usual, type Kept, type Shown } from './shown.ts'

export type BoardFigure = {
  readonly title: string
  readonly shown: Shown
  readonly wide: boolean
  readonly note?: string
  /** Groups of which nothing is recorded are left out, and said below. */
  readonly known?: boolean
}

const half = (title: string, shown: Partial<Shown>, note?: string): BoardFigure => ({
  title,
  shown: { ...usual, ...shown },
  wide: false,
  ...(note ? { note } : {}),
})
const wide = (title: string, shown: Partial<Shown>, note?: string): BoardFigure => ({ ...half(title, shown, note), wide: true })

const known = (figure: BoardFigure): BoardFigure => ({ ...figure, known: true })

/** What the manager looks at first, this month and the way there. */
export const overview: readonly BoardFigure[] = [
  wide('monthly', { by: [], grain: 'month', measures: ['count'], period: '12month', compare: 'sameLastYear', chart: 'lines' }),
  half('rising', { by: ['element'], measures: ['count'], period: '3month', compare: 'previousPeriod', first: 10 }, 'risingNote'),
  known(half('late', { by: ['representative'], measures: ['onTimeShare', 'count', 'open'], period: '3month', first: 10, up: true })),
  wide('where', { by: ['project', 'element'], measures: ['count'], period: '12month', chart: 'heat' }),
  half('channels', { by: ['channel'], measures: ['count'], period: '12month', chart: 'pareto' }),
  half('satisfaction', { by: ['project'], measures: ['satisfaction'], period: '12month', first: 10, up: true }),
]

/** Y-4: contractors beside each other. */
export const league: readonly BoardFigure[] = [
  known(
    wide('league', {
      by: ['contractor'],
      measures: ['count', 'resolveMedian', 'onTimeShare', 'reopenedShare', 'fineSum', 'emergencyCost'],
      period: '12month',
      first: 50,
      chart: 'pivot',
    }),
  ),
  known(
    wide('leagueMonths', { by: ['contractor'], grain: 'month', measures: ['count'], period: '12month', first: 13, chart: 'multiples' }),
  ),
]

/** Y-4: one contractor's card. */
export const card = (contractor: string): readonly BoardFigure[] => {
  const filter: readonly Kept[] = [{ dimension: 'contractor', in: [contractor] }]
  return [
    wide('cardMonths', { by: [], grain: 'month', measures: ['count'], period: '12month', compare: 'sameLastYear', chart: 'lines', filter }),
    half('cardElements', { by: ['element'], measures: ['count'], chart: 'pareto', filter }),
    half('cardProjects', { by: ['project'], measures: ['count', 'onTimeShare', 'reopenedShare'], filter }),
    half('cardResolve', { by: [], grain: 'month', measures: ['resolveMedian'], period: '24month', chart: 'control', filter }),
    half('cardCost', {
      by: [],
      grain: 'quarter',
      measures: ['costOfPoorQuality', 'fineSum', 'emergencyCost'],
      period: '8quarter',
      chart: 'lines',
      filter,
    }),
  ]
}

/** Y-4: projects at the same age after handover. */
export const sameAge: readonly BoardFigure[] = [
  known(wide('ageRate', { by: ['age', 'project'], measures: ['perHundredUnits'], period: '60month', chart: 'lines' }, 'ageNote')),
  known(wide('ageCount', { by: ['age', 'project'], measures: ['count'], period: '60month', chart: 'multiples' })),
]

/** Y-7: what poor quality costs, and where. */
export const cost: readonly BoardFigure[] = [
  wide('costContractors', {
    by: ['contractor'],
    measures: ['costOfPoorQuality', 'fineSum', 'emergencyCost'],
    period: '12month',
    first: 20,
    compare: 'sameLastYear',
  }),
  half('costElements', { by: ['element'], measures: ['costOfPoorQuality'], chart: 'pareto', first: 15 }),
  half('costHouseTypes', { by: ['houseType'], measures: ['costOfPoorQuality'], first: 15 }),
  wide('costMonths', {
    by: [],
    grain: 'month',
    measures: ['costOfPoorQuality', 'fineSum', 'emergencyCost'],
    period: '24month',
    chart: 'lines',
  }),
]
