import { Button, NativeSelect } from '@mantine/core'
import { Blank, Moment, Section } from '@lintel/ui'
import { useState } from 'react'
import { ReportsDocument } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { useWords } from '../words/words.ts'
import { ReportSchedule } from './ReportSchedule.tsx'
import classes from './Trends.module.css'

/** 月报: made now for whoever looks, those one got, and when they are sent. M-2 */
export function Reports() {
  const { t, language } = useWords()
  const { data, error, again } = useRead(ReportsDocument, {}, { of: ['person'] })
  const [chosen, setChosen] = useState<string>()
  const [inLanguage, setInLanguage] = useState<string>(language)
  if (!data) return <Blank title={error ? whatFailed(error, t) : t('ui.loading')} />
  // the last month that is over
  const month = chosen ?? data.reportMonths[1] ?? ''
  return (
    <>
      <Section title={t('reports.now')}>
        <p className={classes.soft}>{t('reports.nowHint')}</p>
        <div className={classes.row}>
          <NativeSelect
            aria-label={t('reports.month')}
            value={month}
            data={[...data.reportMonths]}
            onChange={({ currentTarget }) => setChosen(currentTarget.value)}
          />
          <NativeSelect
            aria-label={t('reports.language')}
            value={inLanguage}
            data={(['zh', 'en'] as const).map((value) => ({ value, label: t(`choice.Language.${value}`) }))}
            onChange={({ currentTarget }) => setInLanguage(currentTarget.value)}
          />
          <Button component="a" href={`/reports/now/${month}.${inLanguage}.pdf`} download>
            {t('reports.download')}
          </Button>
        </div>
      </Section>
      <Section title={t('reports.mine')} count={data.monthlyReports.length}>
        {data.monthlyReports.length === 0 ? (
          <p className={classes.soft}>{t('reports.none')}</p>
        ) : (
          <ul className={classes.reports}>
            {data.monthlyReports.map((one) => (
              <li key={one.id} className={classes.row}>
                <a href={one.link} download>
                  {t('reports.of', { month: one.month })}
                </a>
                <span className={classes.soft}>
                  <Moment at={one.at} as="exact" /> · {t(`choice.Language.${one.language}`)} · {Math.ceil(one.size / 1024)} KB
                </span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t('reports.schedule')}>
        <ReportSchedule of={data.reportSchedule} onSaved={again} />
      </Section>
    </>
  )
}
