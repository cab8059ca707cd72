import { isRefusal, refuse, type NounName, type Refusal } from '@lintel/domain'
import type { GraphQLResolveInfo } from 'graphql'
import { countUpTo, idsUpTo } from '../fields/query.ts'
import { UnusableArgument } from '../fields/usable.ts'
import { densities, filterFrom, mostFollowed, registryOf, usableIn, type ViewState } from '../views/state.ts'
import { audiences, beginning, mayChange, visibleViews, type NewView, type ViewRow } from '../views/views.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { countType } from './lists.ts'
import { person } from './person.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'
import { usable } from './usable.ts'

export const audienceEnum = builder.enumType('ViewAudience', { values: audiences })
const densityEnum = builder.enumType('Density', { values: densities })
const pinEnum = builder.enumType('ColumnPin', { values: ['left', 'right'] as const })

const viewId = (id: string) => Buffer.from(`ListView:${id}`).toString('base64url')
const plainViewId = (id: unknown) => {
  const [type, plain = ''] = Buffer.from(String(id), 'base64url').toString('utf8').split(':')
  return type === 'ListView' && /^[0-9a-f-]{36}$/.test(plain) ? plain : undefined
}

/** What of a view its reader may use, and which fields its filter has besides. */
type Shown = ViewState & { readonly without: readonly string[] }
const shownOf = ({ noun, state }: ViewRow, { reader }: Context): Shown => {
  const registry = registryOf(noun)
  return registry && reader ? { ...state, ...usableIn(registry, reader, state.filter) } : { ...state, filter: {}, without: [] }
}
const viewSort = builder.objectRef<ViewState['sort'][number]>('ViewSort').implement({
  fields: (t) => ({ by: t.exposeString('by'), descending: t.exposeBoolean('descending') }),
})
const viewColumn = builder.objectRef<ViewState['columns'][number]>('ViewColumn').implement({
  fields: (t) => ({
    key: t.exposeString('key'),
    width: t.int({ nullable: true, resolve: ({ width }) => width ?? null }),
    pin: t.field({ type: pinEnum, nullable: true, resolve: ({ pin }) => pin ?? null }),
  }),
})
const viewState = builder.objectRef<Shown>('ViewState').implement({
  description: 'What a view shows. The filter is the JSON of the noun’s filter, as far as the reader may use it.',
  fields: (t) => ({
    filter: t.field({ type: 'JSON', resolve: ({ filter }) => filter ?? {} }),
    sort: t.field({ type: [viewSort], resolve: ({ sort }) => sort }),
    columns: t.field({ type: [viewColumn], resolve: ({ columns }) => columns }),
    groups: t.stringList({ resolve: ({ groups }) => [...groups] }),
    /** Fields the kept filter asks for and the reader may not use; it is shown without them. */
    without: t.stringList({ resolve: ({ without }) => [...without] }),
    density: t.field({ type: densityEnum, resolve: ({ density }) => density }),
    wrap: t.exposeBoolean('wrap'),
  }),
})

/** A tab waits for no count: what takes longer than this has none. */
const patience = 800
const cap = 1000
const countIn = async ({ noun, state }: ViewRow, { reader, apart, now }: Context, { schema }: GraphQLResolveInfo) => {
  const registry = registryOf(noun)
  if (!registry || !reader) return null
  try {
    const filter = filterFrom(schema, registry, reader, state.filter)
    return (await apart(patience, (prisma) => countUpTo(prisma, { registry, reader, now, filter }, cap))) ?? null
  } catch (error) {
    if (error instanceof UnusableArgument) return null
    throw error
  }
}
const listView = builder.objectRef<ViewRow>('ListView').implement({
  description: 'What a list shows, kept under a name: for oneself, for a position or for everyone. X-9',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => viewId(id) }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    name: t.exposeString('name'),
    audience: t.field({ type: audienceEnum, resolve: ({ audience }) => audience }),
    position: t.exposeString('position', { nullable: true }),
    owner: t.field({
      type: person,
      nullable: true,
      resolve: async ({ ownerId }, _, { loaders }) => (await loaders.people.load(ownerId)) ?? null,
    }),
    /** What a list of this noun shows its audience at first. */
    first: t.exposeBoolean('first'),
    /** What "changed since seen" compares. B-4 */
    version: t.exposeInt('version'),
    editable: t.boolean({ resolve: (view, _, { reader }) => reader !== undefined && mayChange(reader, view) }),
    /** Whether it stands above the reader's list. */
    tab: t.exposeBoolean('tab'),
    /** Whether the reader is told what enters it. */
    subscribed: t.exposeBoolean('subscribed'),
    state: t.field({ type: viewState, resolve: (view, _, context) => shownOf(view, context) }),
    /** How many it shows the reader now, up to a thousand; none where that takes too long or may not be asked. */
    count: t.field({ type: countType, nullable: true, resolve: (view, _, context, info) => countIn(view, context, info) }),
  }),
})
builder.queryField('views', (t) =>
  t.field({
    type: [listView],
    description: 'The views of a kind of record that the reader sees: for everyone, for their positions, their own.',
    args: { noun: t.arg({ type: enumOf('NounName'), required: true }) },
    resolve: async (_, { noun }, { reader, prisma }) =>
      reader
        ? [
            ...(await visibleViews((text, values) => prisma.$queryRawUnsafe<unknown[]>(text, ...values), reader, {
              noun: noun as NounName,
            })),
          ]
        : [],
  }),
)

const stateInput = builder.inputType('ViewStateInput', {
  fields: (t) => ({
    filter: t.field({ type: 'JSON' }),
    sort: t.field({
      type: [
        builder.inputType('ViewSortInput', {
          fields: (s) => ({ by: s.string({ required: true }), descending: s.boolean({ required: true }) }),
        }),
      ],
      required: true,
    }),
    columns: t.field({
      type: [
        builder.inputType('ViewColumnInput', {
          fields: (c) => ({ key: c.string({ required: true }), width: c.int(), pin: c.field({ type: pinEnum }) }),
        }),
      ],
      required: true,
    }),
    groups: t.stringList({ required: true }),
    density: t.field({ type: densityEnum, required: true }),
    wrap: t.boolean({ required: true }),
  }),
})
const viewInput = builder.inputType('ViewInput', {
  fields: (t) => ({
    name: t.string({ required: true }),
    audience: t.field({ type: audienceEnum, required: true }),
    /** For a position: its key. */
    position: t.string(),
    first: t.boolean({ required: true }),
    state: t.field({ type: stateInput, required: true }),
  }),
})
type Given = typeof viewInput.$inferInput

const refusals = (['AlreadyExists', 'BadInput', 'ChangedSinceSeen', 'NeedsPermission', 'NotAllowed', 'NotFound'] as const).flatMap(
  (reason) => refusalRefs.get(reason) ?? [],
)
const result = builder.unionType('ListViewResult', {
  types: [listView, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'ListView'),
})
const answer = (done: ViewRow | Refusal, context: Context) => (isRefusal(done) ? said(done, context) : done)

const most = 200
/** What is kept is what could be asked: whoever keeps it may use all of it, and the fields are those of the list. SEC-5 */
const readView = (noun: NounName, { state, ...given }: Given, { reader }: Context, { schema }: GraphQLResolveInfo): NewView | Refusal => {
  const registry = registryOf(noun)
  // the administrator sets what lists begin with, also those whose records are none of theirs
  if (!registry || !(reader?.may(`${noun}.read`) || reader?.may(beginning))) return refuse('NotAllowed')
  filterFrom(schema, registry, reader, state.filter)
  const keys = [...state.sort.map(({ by }) => by), ...state.columns.map(({ key }) => key), ...state.groups]
  const unknown = keys.find((key) => !registry.fields[key])
  if (unknown !== undefined || keys.length > most)
    throw new UnusableArgument(unknown ?? 'columns', unknown === undefined ? 'tooMany' : 'notUsable')
  return { ...given, position: given.position ?? null, state: { ...state, filter: state.filter ?? {} } }
}

builder.mutationField('viewAdd', (t) =>
  t.field({
    type: result,
    description: 'Keeps what a list shows under a name. The same key again gives the same view.',
    args: {
      noun: t.arg({ type: enumOf('NounName'), required: true }),
      key: t.arg.string({ required: true }),
      input: t.arg({ type: viewInput, required: true }),
    },
    resolve: (_, { noun, key, input }, context, info) =>
      usable(async () => {
        const view = readView(noun as NounName, input, context, info)
        const done = 'refused' in view ? view : await context.views()?.add(noun as NounName, key, view)
        return answer(done ?? refuse('NotAllowed'), context)
      }, context),
  }),
)
builder.mutationField('viewChange', (t) =>
  t.field({
    type: result,
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ required: true }),
      noun: t.arg({ type: enumOf('NounName'), required: true }),
      input: t.arg({ type: viewInput, required: true }),
    },
    resolve: (_, { id, version, noun, input }, context, info) =>
      usable(async () => {
        const plain = plainViewId(id)
        const view = readView(noun as NounName, input, context, info)
        const done = 'refused' in view ? view : plain ? await context.views()?.change(plain, version, view) : undefined
        return answer(done ?? refuse('NotFound'), context)
      }, context),
  }),
)
builder.mutationField('viewRemove', (t) =>
  t.field({
    type: result,
    args: { id: t.arg.id({ required: true }), version: t.arg.int({ required: true }) },
    resolve: async (_, { id, version }, context) => {
      const plain = plainViewId(id)
      return answer((plain ? await context.views()?.remove(plain, version) : undefined) ?? refuse('NotFound'), context)
    },
  }),
)
/** What has so many records that nobody could be told of each is not followed. */
const followable = async (id: string, { reader, prisma, apart, now }: Context, { schema }: GraphQLResolveInfo) => {
  if (!reader) return false
  const [view] = await visibleViews((text, values) => prisma.$queryRawUnsafe<unknown[]>(text, ...values), reader, { id })
  const registry = view && registryOf(view.noun)
  if (!view || !registry) return true
  const filter = await usable(() => filterFrom(schema, registry, reader, view.state.filter), { language: 'zh' })
  const found = await apart(patience, (other) => idsUpTo(other, { registry, reader, now, filter }, mostFollowed))
  return found !== undefined
}
builder.mutationField('viewChoose', (t) =>
  t.field({
    type: result,
    description: 'Whether a view stands above the reader’s list, and whether they are told what enters it.',
    args: { id: t.arg.id({ required: true }), tab: t.arg.boolean({ required: true }), subscribed: t.arg.boolean({ required: true }) },
    resolve: async (_, { id, tab, subscribed }, context, info) => {
      const plain = plainViewId(id)
      if (plain && subscribed && !(await followable(plain, context, info)))
        return answer(refuse('BadInput', { field: 'subscribed', problem: 'tooManyToFollow' }), context)
      return answer((plain ? await context.views()?.choose(plain, { tab, subscribed }) : undefined) ?? refuse('NotFound'), context)
    },
  }),
)
