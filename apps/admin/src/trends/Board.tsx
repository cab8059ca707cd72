import { useLink } from '@lintel/ui'
import { useWords } from '../words/words.ts'
import type { BoardFigure } from './boards.ts'
import { exploreHref, type Shown } from './shown.ts'
import { TrendFigure } from './TrendFigure.tsx'
import { useTrends } from './with.tsx'
import classes from './Trends.module.css'

/** Leads to the explorer with this figure in it. */
export function ExploreLink({ shown, name }: { shown: Shown; name: string }) {
  const { t } = useWords()
  const Link = useLink()
  return (
    <Link to={exploreHref(shown)} aria-label={t('trends.exploreThis', { name })} className={classes.explore}>
      {t('trends.page.explore')}
    </Link>
  )
}

/** Figures that belong together, as they ship. */
export function Board({ of, seriesHref }: { of: readonly BoardFigure[]; seriesHref?: (key: string) => string | undefined }) {
  const { t } = useWords()
  const { catalogue } = useTrends()
  // what this reader may not ask is not asked
  const mine = of.flatMap((figure) => {
    const measures = figure.shown.measures.filter((measure) => catalogue.measures.some(({ name }) => name === measure))
    const asked = [...figure.shown.by, ...figure.shown.filter.map(({ dimension }) => dimension)]
    const known = asked.every((dimension) => catalogue.dimensions.some(({ name }) => name === dimension))
    return measures.length > 0 && known ? [{ ...figure, shown: { ...figure.shown, measures } }] : []
  })
  return (
    <div className={classes.board}>
      {mine.map(({ title, shown, wide, note, known }) => {
        const name = t(`trends.figure.${title}`)
        return (
          <div key={title} data-wide={wide || undefined}>
            <TrendFigure
              title={name}
              name={name}
              shown={shown}
              known={known ?? false}
              actions={<ExploreLink shown={shown} name={name} />}
              {...(seriesHref ? { seriesHref } : {})}
              {...(note ? { note: t(`trends.note.${note}`) } : {})}
            />
          </div>
        )
      })}
    </div>
  )
}
