import { isRefusal, refuse, type PersonId } from '@lintel/domain'
import { monthBefore, monthOf } from '../reports/months.ts'
import { scheduleOf, scheduling, type Schedule } from '../reports/schedule.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { idOf } from './global-id.ts'
import { person } from './person.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'

const scheduleType = builder.objectRef<Schedule>('ReportSchedule').implement({
  description: '月报: when last month’s figures are sent, and to whom. Each gets what they may read themselves. M-2',
  fields: (t) => ({
    active: t.exposeBoolean('active'),
    /** Of the month, from 1 to 28, at eight in the morning. */
    day: t.exposeInt('day'),
    positions: t.stringList({ resolve: ({ positions }) => [...positions] }),
    people: t.field({
      type: [person],
      resolve: async ({ people }, _, { loaders }) =>
        (await Promise.all(people.map((id) => loaders.people.load(id)))).flatMap((one) => one ?? []),
    }),
    /** None: each in their own. */
    language: t.field({ type: enumOf('Language'), nullable: true, resolve: ({ language }) => language }),
    version: t.exposeInt('version'),
    editable: t.boolean({ resolve: (_, __, { reader }) => reader?.may(scheduling) ?? false }),
  }),
})
builder.queryField('reportSchedule', (t) =>
  t.field({
    type: scheduleType,
    resolve: (_, __, { prisma }) =>
      scheduleOf(<Row>(text: string, values: readonly unknown[]) => prisma.$queryRawUnsafe<Row[]>(text, ...values)),
  }),
)

type Kept = { readonly id: string; readonly month: string; readonly language: 'zh' | 'en'; readonly at: Date; readonly size: number }
export const reportId = (id: string) => Buffer.from(`MonthlyReport:${id}`).toString('base64url')
export const plainReportId = (id: unknown) => {
  const [type, plain = ''] = Buffer.from(String(id), 'base64url').toString('utf8').split(':')
  return type === 'MonthlyReport' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}
const reportType = builder.objectRef<Kept>('MonthlyReport').implement({
  description: 'A month’s report as the reader got it.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => reportId(id) }),
    /** `2026-10` */
    month: t.exposeString('month'),
    language: t.field({ type: enumOf('Language'), resolve: ({ language }) => language }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    /** In bytes. */
    size: t.exposeInt('size'),
    link: t.string({ resolve: ({ id }) => `/reports/${reportId(id)}.pdf` }),
  }),
})
builder.queryField('monthlyReports', (t) =>
  t.field({
    type: [reportType],
    description: 'The reports the reader got, the newest first, of two years at most.',
    resolve: (_, __, { reader, prisma }) =>
      prisma.$queryRawUnsafe<Kept[]>(
        `select id::text as id, to_char(month, 'YYYY-MM') as month, language, made_at as at, octet_length(pdf) as size
         from monthly_report where person_id = $1::uuid order by month desc limit 24`,
        reader?.actor.person ?? null,
      ),
  }),
)
builder.queryField('reportMonths', (t) =>
  t.stringList({
    description: 'Months of which a report can be had now, the newest first: this one as far as it has come, and two years back.',
    resolve: (_, __, { now }) => Array.from({ length: 24 }, (__, by) => monthBefore(monthOf(now), by)),
  }),
)

const input = builder.inputType('ReportScheduleInput', {
  fields: (t) => ({
    active: t.boolean({ required: true }),
    day: t.int({ required: true }),
    positions: t.stringList({ required: true }),
    people: t.idList({ required: true }),
    language: t.field({ type: enumOf('Language') }),
  }),
})
const refusals = (['BadInput', 'ChangedSinceSeen', 'NeedsPermission', 'NotAllowed'] as const).flatMap(
  (reason) => refusalRefs.get(reason) ?? [],
)
const result = builder.unionType('ReportScheduleResult', {
  types: [scheduleType, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'ReportSchedule'),
})
builder.mutationField('reportScheduleSet', (t) =>
  t.field({
    type: result,
    args: { version: t.arg.int({ required: true }), input: t.arg({ type: input, required: true }) },
    resolve: async (_, { version, input: { people, language, ...given } }, context) => {
      const done =
        (await context.reportSchedule()?.set(version, {
          ...given,
          language: language === 'zh' || language === 'en' ? language : null,
          people: people.flatMap((id) => (idOf('person', String(id)) ?? []) as PersonId | []),
        })) ?? refuse('NotAllowed')
      return isRefusal(done) ? said(done, context) : done
    },
  }),
)
