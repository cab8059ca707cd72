import './words.ts'
import { FigureLink, useLink } from '@lintel/ui'
import { useWords } from '../words/words.ts'
import { useCatalogue, useTrend } from './read.ts'
import { recordsOf } from './records.ts'
import { usual, type Shown } from './shown.ts'
import { partsOf } from './split.ts'
import classes from './Trends.module.css'
import { useTrends, WithCatalogue } from './with.tsx'
import { figureOf } from './written.ts'

const wanted = ['count', 'onTimeShare', 'fines', 'fineSum', 'emergencyCost', 'costOfPoorQuality'] as const

/** What a contractor's work has cost in the last twelve months, where something about them is decided. Y-7 */
export function QualityCost({ contractor }: { contractor: string }) {
  const { data } = useCatalogue()
  return data ? (
    <WithCatalogue catalogue={data.trendCatalogue}>
      <Costs contractor={contractor} />
    </WithCatalogue>
  ) : null
}

function Costs({ contractor }: { contractor: string }) {
  const { t, language } = useWords()
  const Link = useLink()
  const { catalogue, fieldsOf } = useTrends()
  const measures = catalogue.measures.filter(({ name }) => wanted.some((one) => one === name))
  const shown: Shown = {
    ...usual,
    by: [],
    measures: measures.map(({ name }) => name),
    compare: 'sameLastYear',
    chart: 'pivot',
    filter: [{ dimension: 'contractor', in: [contractor] }],
  }
  const { trend, days } = useTrend(shown, measures.length === 0)
  if (!trend) return null
  return (
    <>
      <dl className={classes.costs}>
        {measures.map((measure) => {
          const value = trend.total.values.find((one) => one.measure === measure.name)
          const name = t(`trends.measure.${measure.name}`)
          const figure = figureOf(
            value,
            measure,
            language,
            t,
            value && (recordsOf(value, fieldsOf) ?? partsOf(shown, days, trend.total, value, catalogue.measures)),
            true,
          )
          return (
            <div key={measure.name}>
              <dt>{name}</dt>
              <dd>
                <FigureLink of={figure} name={name} />
              </dd>
              <dd>
                {t('trends.compare.sameLastYear')} {figure?.before?.text || '—'}
              </dd>
            </div>
          )
        })}
      </dl>
      <p className={classes.soft}>
        {t('trends.lastYearNote')} <Link to={`/trends/contractors/${contractor}`}>{t('trends.reportCard')}</Link>
      </p>
    </>
  )
}
