import { NativeSelect, Skeleton } from '@mantine/core'
import { FigureLink } from '@lintel/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import type { ListSearch } from '../list/address.ts'
import { useWords } from '../words/words.ts'
import { Board } from './Board.tsx'
import { overview } from './boards.ts'
import { beginOf, stepped, todayAt, type Days } from './period.ts'
import { useTrend } from './read.ts'
import { recordsOf } from './records.ts'
import { usual, type Shown } from './shown.ts'
import { useTrends } from './with.tsx'
import { figureOf } from './written.ts'
import classes from './Trends.module.css'

const headline = ['count', 'open', 'onTimeShare', 'resolveMedian', 'satisfaction', 'fines', 'fineSum', 'emergencyCost'] as const
const [some, rest] = [headline.slice(0, 6), headline.slice(6)]
const back = 24
/** A month that has hardly begun says little: for so many days the one before is shown at first. */
const early = 7

/** One month, against the month before and the same month last year. */
export function Overview() {
  const { t } = useWords()
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const show = (month: string) => {
    const address: ListSearch = { month }
    void navigate({ to: '.', search: address, replace: true })
  }
  const today = todayAt(Date.now())
  const begun = beginOf(today, 'month')
  const months = Array.from({ length: back }, (_, by) => stepped(begun, 'month', -by))
  const asked = `${search['month'] ?? ''}-01`
  const from = months.find((month) => month === asked) ?? (Number(today.slice(8)) <= early ? stepped(begun, 'month', -1) : begun)
  const last = stepped(stepped(from, 'month', 1), 'day', -1)
  const until = last < today ? last : today
  return (
    <>
      <section aria-label={t('trends.monthFigures')}>
        <div className={classes.row}>
          <NativeSelect
            aria-label={t('trends.month')}
            value={from}
            data={months.map((month) => ({ value: month, label: month.slice(0, 7) }))}
            onChange={({ currentTarget }) => show(currentTarget.value.slice(0, 7))}
          />
          <span className={classes.soft}>{t('trends.ofMonth', { from, until })}</span>
        </div>
        <dl className={classes.tiles}>
          <Tiles of={some} days={{ from, until }} />
          <Tiles of={rest} days={{ from, until }} />
        </dl>
      </section>
      <Board of={overview} />
    </>
  )
}

/** The same days of another month, or all of a month that is over. */
const sameDays = ({ from, until }: Days, months: number): string => {
  const begin = stepped(from, 'month', -months)
  const end = stepped(stepped(begin, 'month', 1), 'day', -1)
  const whole = stepped(until, 'day', 1) === stepped(from, 'month', 1)
  const same = `${begin.slice(0, 8)}${until.slice(8)}`
  return `${begin}..${whole || same > end ? end : same}`
}

function Tiles({ of, days }: { of: readonly (typeof headline)[number][]; days: Days }) {
  const { t, language } = useWords()
  const { catalogue, fieldsOf } = useTrends()
  const measures = of.flatMap((name) => catalogue.measures.find((one) => one.name === name) ?? [])
  const at = (period: string): Shown => ({ ...usual, by: [], chart: 'pivot', measures: measures.map(({ name }) => name), period })
  const none = measures.length === 0
  const now = useTrend(at(`${days.from}..${days.until}`), none)
  const before = useTrend(at(sameDays(days, 1)), none)
  const year = useTrend(at(sameDays(days, 12)), none)
  return measures.map((measure) => {
    const read = ({ trend }: typeof now) => {
      const value = trend?.total.values.find((one) => one.measure === measure.name)
      return figureOf(value, measure, language, t, value && recordsOf(value, fieldsOf), false)
    }
    const name = t(`trends.measure.${measure.name}`)
    return (
      <div key={measure.name}>
        <dt>{name}</dt>
        <dd className={classes.big}>{now.loading ? <Skeleton height={28} width={70} /> : <FigureLink of={read(now)} name={name} />}</dd>
        <dd>
          {t('trends.monthBefore')} <FigureLink of={read(before)} name={`${t('trends.monthBefore')} ${name}`} />
        </dd>
        <dd>
          {t('trends.compare.sameLastYear')} <FigureLink of={read(year)} name={`${t('trends.compare.sameLastYear')} ${name}`} />
        </dd>
      </div>
    )
  })
}
