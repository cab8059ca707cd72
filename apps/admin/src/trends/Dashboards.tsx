import { Button } from '@mantine/core'
import { Blank, useLink } from '@lintel/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { tell } from '../frame/tell.ts'
import type { ListSearch } from '../list/address.ts'
import { useWords } from '../words/words.ts'
import { DashboardFigure } from './DashboardFigure.tsx'
import { DashboardForm } from './DashboardForm.tsx'
import classes from './Trends.module.css'
import { inputOf, useDashboards, type Dashboard, type Figure, type Told } from './use-dashboards.ts'

/** Figures kept side by side: one's own, for a position, for everyone. X-9 */
export function Dashboards() {
  const { t } = useWords()
  const Link = useLink()
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const { dashboards, loading, error, add, change, remove } = useDashboards()
  const [form, setForm] = useState<'new' | Dashboard>()
  const shown = dashboards.find(({ id }) => id === search['board']) ?? dashboards[0]
  const say = (told: Told) => {
    if (told.code) tell({ color: 'red', message: told.code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : (told.message ?? '') })
    return told
  }
  const keep = async (of: Dashboard, figures: readonly Figure[]) =>
    say(
      await change(of, {
        ...inputOf(of),
        figures: figures.map(({ title, chart, wide, period, ask }) => ({ title, chart, wide, period, ask })),
      }),
    )
  const show = (board: string) => {
    const address: ListSearch = { board }
    void navigate({ to: '.', search: address })
  }
  const moved = (figures: readonly Figure[], from: number, to: number): readonly Figure[] => {
    const rest = figures.filter((_, n) => n !== from)
    return [...rest.slice(0, to), ...figures.slice(from, from + 1), ...rest.slice(to)]
  }
  return (
    <>
      <nav className={classes.row} aria-label={t('trends.page.dashboards')}>
        {dashboards.map((one) => (
          <Link
            key={one.id}
            to={`/trends/dashboards?board=${one.id}`}
            aria-current={one === shown ? 'page' : undefined}
            className={classes.tab}
          >
            {one.name}
          </Link>
        ))}
        <Button variant="subtle" onClick={() => setForm('new')}>
          {t('trends.newDashboard')}
        </Button>
      </nav>
      {shown ? (
        <>
          <div className={classes.cardHead}>
            <h2>{shown.name}</h2>
            <span className={classes.soft}>
              {t(`views.for.${shown.audience}`)}
              {shown.owner && ` · ${shown.owner.name}`}
            </span>
            {shown.editable && (
              <Button size="compact-xs" variant="subtle" onClick={() => setForm(shown)}>
                {t('trends.editDashboard')}
              </Button>
            )}
          </div>
          {shown.figures.length === 0 ? (
            <Blank title={t('trends.noFigures')} hint={t('trends.noFiguresHint')} />
          ) : (
            <div className={classes.board}>
              {shown.figures.map((figure, n) => (
                <div
                  key={`${figure.title}${JSON.stringify(figure.ask)}${figure.chart}${figure.period}`}
                  data-wide={figure.wide || undefined}
                >
                  <DashboardFigure
                    of={figure}
                    change={
                      shown.editable
                        ? {
                            earlier: n > 0 ? () => void keep(shown, moved(shown.figures, n, n - 1)) : undefined,
                            later: n < shown.figures.length - 1 ? () => void keep(shown, moved(shown.figures, n, n + 1)) : undefined,
                            widen: () =>
                              void keep(
                                shown,
                                shown.figures.map((one, at) => (at === n ? { ...one, wide: !one.wide } : one)),
                              ),
                            remove: () =>
                              void keep(
                                shown,
                                shown.figures.filter((_, at) => at !== n),
                              ),
                          }
                        : undefined
                    }
                  />
                </div>
              ))}
            </div>
          )}
        </>
      ) : (
        <Blank title={loading ? t('ui.loading') : error ? t('ui.failed') : t('trends.noDashboards')} hint={t('trends.noFiguresHint')} />
      )}
      {form && (
        <DashboardForm
          of={form === 'new' ? undefined : form}
          onSend={async (key, given) => {
            const told = form === 'new' ? await add(key, { ...given, figures: [] }) : await change(form, { ...inputOf(form), ...given })
            if (!told.code && told.id) show(told.id)
            return told
          }}
          {...(form === 'new' ? {} : { onRemove: async () => say(await remove(form)) })}
          onClose={() => setForm(undefined)}
        />
      )}
    </>
  )
}
