import { isRefusal, refuse, type Refusal } from '@lintel/domain'
import type { GraphQLResolveInfo } from 'graphql'
import { mayChangeDashboard, visibleDashboards, type DashboardRow, type NewDashboard } from '../dashboards/dashboards.ts'
import { chartKinds, readFigure, type DashboardFigure } from '../dashboards/figure.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { person } from './person.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { usable } from './usable.ts'
import { audienceEnum } from './view.ts'

const chartEnum = builder.enumType('TrendChart', { values: chartKinds })

const dashboardId = (id: string) => Buffer.from(`Dashboard:${id}`).toString('base64url')
const plainId = (id: unknown) => {
  const [type, plain = ''] = Buffer.from(String(id), 'base64url').toString('utf8').split(':')
  return type === 'Dashboard' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}

const figureType = builder.objectRef<DashboardFigure>('DashboardFigure').implement({
  fields: (t) => ({
    title: t.exposeString('title'),
    chart: t.field({ type: chartEnum, resolve: ({ chart }) => chart }),
    /** As wide as the page. */
    wide: t.exposeBoolean('wide'),
    /** `12month`: so many until now; or the days, `2026-01-01..2026-06-30`. */
    period: t.exposeString('period'),
    /** A `TrendAsk` without its days. */
    ask: t.field({ type: 'JSON', resolve: ({ ask }) => ask }),
  }),
})
const dashboard = builder.objectRef<DashboardRow>('Dashboard').implement({
  description:
    '看板: figures kept side by side under a name: for oneself, for a position or for everyone. Each reader sees them with their own rights.',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => dashboardId(id) }),
    name: t.exposeString('name'),
    audience: t.field({ type: audienceEnum, resolve: ({ audience }) => audience }),
    position: t.exposeString('position', { nullable: true }),
    owner: t.field({
      type: person,
      nullable: true,
      resolve: async ({ ownerId }, _, { loaders }) => (await loaders.people.load(ownerId)) ?? null,
    }),
    /** What "changed since seen" compares. B-4 */
    version: t.exposeInt('version'),
    editable: t.boolean({ resolve: (row, _, { reader }) => reader !== undefined && mayChangeDashboard(reader, row) }),
    figures: t.field({ type: [figureType], resolve: ({ figures }) => figures }),
  }),
})
builder.queryField('dashboards', (t) =>
  t.field({
    type: [dashboard],
    description: 'The dashboards the reader sees: for everyone, for their positions, their own.',
    resolve: async (_, __, { reader, prisma }) =>
      reader
        ? [
            ...(await visibleDashboards(
              <Row>(text: string, values: readonly unknown[]) => prisma.$queryRawUnsafe<Row[]>(text, ...values),
              reader,
              undefined,
            )),
          ]
        : [],
  }),
)

const figureInput = builder.inputType('DashboardFigureInput', {
  fields: (t) => ({
    title: t.string({ required: true }),
    chart: t.field({ type: chartEnum, required: true }),
    wide: t.boolean({ required: true }),
    period: t.string({ required: true }),
    ask: t.field({ type: 'JSON', required: true }),
  }),
})
const dashboardInput = builder.inputType('DashboardInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    audience: t.field({ type: audienceEnum, required: true }),
    /** For a position: its key. */
    position: t.string(),
    figures: t.field({ type: [figureInput], required: true }),
  }),
})
const refusals = (['AlreadyExists', 'BadInput', 'ChangedSinceSeen', 'NeedsPermission', 'NotAllowed', 'NotFound'] as const).flatMap(
  (reason) => refusalRefs.get(reason) ?? [],
)
const result = builder.unionType('DashboardResult', {
  types: [dashboard, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'Dashboard'),
})
const answer = (done: DashboardRow | Refusal | undefined, context: Context) => {
  const one = done ?? refuse('NotFound')
  return isRefusal(one) ? said(one, context) : one
}
/** What is kept is what could be asked. SEC-5 */
const read = ({ figures, ...given }: typeof dashboardInput.$inferInput, { schema }: GraphQLResolveInfo): NewDashboard => ({
  ...given,
  position: given.position ?? null,
  figures: figures.map((figure) => readFigure(schema, figure)),
})

builder.mutationField('dashboardAdd', (t) =>
  t.field({
    type: result,
    description: 'Keeps figures under a name. The same key again gives the same dashboard.',
    args: { key: t.arg.string({ required: true }), input: t.arg({ type: dashboardInput, required: true }) },
    resolve: (_, { key, input }, context, info) =>
      usable(async () => answer(await context.dashboards()?.add(key, read(input, info)), context), context),
  }),
)
builder.mutationField('dashboardChange', (t) =>
  t.field({
    type: result,
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      input: t.arg({ type: dashboardInput, required: true }),
    },
    resolve: (_, { id, version, input }, context, info) =>
      usable(async () => {
        const plain = plainId(id)
        const given = read(input, info)
        return answer(plain ? await context.dashboards()?.change(plain, version, given) : undefined, context)
      }, context),
  }),
)
builder.mutationField('dashboardRemove', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (_, { id, version }, context) => {
      const plain = plainId(id)
      return answer(plain ? await context.dashboards()?.remove(plain, version) : undefined, context)
    },
  }),
)
