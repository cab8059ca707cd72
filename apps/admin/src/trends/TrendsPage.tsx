import './words.ts'
import { Blank, useLink } from '@lintel/ui'
import { useParams } from '@tanstack/react-router'
import { lazy, Suspense, type ReactNode } from 'react'
import { NotFoundPage } from '../frame/ErrorPages.tsx'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import { Board } from './Board.tsx'
import { cost, league, sameAge } from './boards.ts'
import { ContractorCard } from './ContractorCard.tsx'
import { useCatalogue } from './read.ts'
import { Overview } from './Overview.tsx'
import classes from './Trends.module.css'
import { WithCatalogue } from './with.tsx'

const Explorer = lazy(async () => ({ default: (await import('./Explorer.tsx')).Explorer }))
const Dashboards = lazy(async () => ({ default: (await import('./Dashboards.tsx')).Dashboards }))
const Departments = lazy(async () => ({ default: (await import('./Departments.tsx')).Departments }))
const Reports = lazy(async () => ({ default: (await import('./Reports.tsx')).Reports }))

const pages: Readonly<Record<string, () => ReactNode>> = {
  overview: () => <Overview />,
  explore: () => <Explorer />,
  contractors: () => <Board of={league} seriesHref={(key) => (key ? `/trends/contractors/${key}` : undefined)} />,
  age: () => <Board of={sameAge} />,
  cost: () => <Board of={cost} />,
  departments: () => <Departments />,
  dashboards: () => <Dashboards />,
  reports: () => <Reports />,
}
const names = Object.keys(pages)

/** 趋势: what keeps going wrong, where, and who pays for it. §19 */
export function TrendsPage() {
  const { t } = useWords()
  const Link = useLink()
  const { data, loading, error } = useCatalogue()
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  const asked = params['page'] ?? 'overview'
  const page = names.find((name) => name === asked)
  const one = params['id']
  const shown = () => {
    if (!page) return <NotFoundPage />
    if (page === 'contractors' && one) return <ContractorCard id={one} />
    return pages[page]?.()
  }
  return (
    <div className={classes.page}>
      <div className={classes.top}>
        <h1>{t('rail.trends')}</h1>
        <nav aria-label={t('rail.trends')} className={classes.nav}>
          {names.map((name) => (
            <Link key={name} to={name === 'overview' ? '/trends' : `/trends/${name}`} aria-current={name === page ? 'page' : undefined}>
              {t(`trends.page.${name}`)}
            </Link>
          ))}
        </nav>
      </div>
      {data ? (
        data.trendCatalogue.measures.length === 0 ? (
          <Blank title={t('trends.notForYou')} hint={t('trends.notForYouHint')} />
        ) : (
          <WithCatalogue catalogue={data.trendCatalogue}>
            <Suspense fallback={<Blank title={t('ui.loading')} />}>{shown()}</Suspense>
          </WithCatalogue>
        )
      ) : (
        <Blank title={loading || !error ? t('ui.loading') : whatFailed(error, t)} />
      )}
    </div>
  )
}
