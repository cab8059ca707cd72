import { BarChart, Blank, duration, figure, FigureFrame, FigureTable, type ChartData, type Figure } from '@lintel/ui'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { DepartmentResponsesDocument, type DepartmentResponsesQuery } from '../gql/graphql.ts'
import type { ListSearch } from '../list/address.ts'
import { useFields } from '../list/fields.ts'
import { bilingualName } from '../places.ts'
import { useWords } from '../words/words.ts'
import { daysIn } from './period.ts'
import { PeriodPicker } from './PeriodPicker.tsx'
import { listOf } from './records.ts'
import classes from './Trends.module.css'

type Response = DepartmentResponsesQuery['departmentResponses'][number]
const counted = ['asked', 'answered', 'late', 'waiting'] as const

/** How other departments answer what they were asked about cases; those late most often first. M-6 */
export function Departments() {
  const { t, say } = useWords()
  const search: ListSearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const period = search['period'] ?? '12month'
  const days = daysIn(period, Date.now())
  const { data, loading, error } = useRead(DepartmentResponsesDocument, days, { of: ['departmentRequest', 'department'] })
  const responses = data?.departmentResponses ?? []
  const show = (next: string) => {
    const address: ListSearch = { period: next }
    void navigate({ to: '.', search: address, replace: true })
  }
  return (
    <section aria-label={t('trends.page.departments')}>
      <div className={classes.row}>
        <PeriodPicker value={period} onChange={show} />
      </div>
      {error && !data ? (
        <Blank tone="red" title={say('failed')} hint={whatFailed(error, t)} />
      ) : loading ? (
        <Blank title={say('loading')} />
      ) : responses.length === 0 ? (
        <Blank title={t('trends.noDepartments')} hint={t('trends.emptyHint')} />
      ) : (
        <Answers responses={responses} />
      )}
    </section>
  )
}

function Answers({ responses }: { responses: readonly Response[] }) {
  const { t, language } = useWords()
  const { fields } = useFields('departmentRequest')
  const percent = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { style: 'percent', maximumFractionDigits: 0 })
  const nameOf = ({ department }: Response) => (department ? bilingualName(department, language) : '—')
  const countOf = (one: Response, what: (typeof counted)[number]): Figure => ({
    value: one[what].count,
    text: figure(one[what].count, language),
    href: listOf('departmentRequest', one[what].filter, fields),
  })
  const series = (key: string, figureOf: (one: Response) => Figure | undefined) => ({
    key,
    label: t(`trends.response.${key}`),
    figures: responses.map(figureOf),
  })
  const counts = counted.map((what) => series(what, (one) => countOf(one, what)))
  const data: ChartData = {
    over: t('trends.department'),
    categories: responses.map((one) => ({ key: one.department?.id ?? '—', label: nameOf(one) })),
    series: [
      ...counts,
      series('lateShare', ({ late, asked }) => ({ value: late.count / asked.count, text: percent.format(late.count / asked.count) })),
      series('median', ({ answerMedian }) =>
        answerMedian === null ? undefined : { value: answerMedian, text: duration(answerMedian * 1_000, language) },
      ),
    ],
    write: (value) => figure(value, language),
    whole: true,
  }
  const [most] = responses
  return (
    <FigureFrame
      title={t('trends.page.departments')}
      answer={
        most && most.late.count > 0
          ? t('trends.departmentsAnswer', {
              name: nameOf(most),
              late: figure(most.late.count, language),
              asked: figure(most.asked.count, language),
            })
          : t('trends.departmentsNone')
      }
      chart={<BarChart data={{ ...data, series: counts.filter(({ key }) => key === 'late') }} label={t('trends.response.late')} />}
      note={t('trends.departmentsNote')}
      table={<FigureTable data={data} label={t('trends.page.departments')} />}
      tableOpen
    />
  )
}
