import type { About, Clock, NounName } from '@lintel/domain'
import { revived } from '../records/document.ts'
import { heldBy } from '../fields/readable.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { decisionName, enumOf } from './enums.ts'
import { globalId, readGlobalId } from './global-id.ts'
import { mayRead } from './reading.ts'
import { rowsOf } from './rows.ts'
import { pageSize } from './lists.ts'
import { typeOf } from './names.ts'
import { clockType } from './shared.ts'
import { contractor } from './parties.ts'
import { unit } from './places.ts'
import { department, person } from './person.ts'
import { pageOf } from './page.ts'

type TaskRow = {
  readonly id: string
  readonly noun: NounName
  readonly recordId: string
  readonly does: string
  readonly part: string
  readonly kind: string
  readonly holderPerson: string | null
  readonly holderPosition: string | null
  readonly holderDepartment: string | null
  readonly forSuperior: boolean
  readonly from: Date
  readonly due: Date
  readonly paused: boolean
  readonly clock: unknown
  readonly about: unknown
}
const aboutOf = (row: TaskRow) => revived(row.about) as About

const task = builder.objectRef<TaskRow>('Task').implement({
  description: 'What somebody owes, fit to be decided from the queue. B-6',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => Buffer.from(`Task:${id}`).toString('base64url') }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    recordId: t.id({ resolve: ({ noun, recordId }) => globalId(typeOf(noun), recordId) }),
    does: t.field({ type: decisionName, resolve: ({ does }) => does }),
    part: t.string({ nullable: true, resolve: ({ part }) => part || null }),
    kind: t.field({ type: enumOf('TaskKind'), resolve: ({ kind }) => kind }),
    from: t.field({ type: 'DateTime', resolve: ({ from }) => from }),
    due: t.field({ type: 'DateTime', nullable: true, resolve: ({ due }) => (due.getUTCFullYear() > 9000 ? null : due) }),
    paused: t.exposeBoolean('paused'),
    clock: t.field({ type: clockType, nullable: true, resolve: ({ clock }) => (clock ? (clock as Clock) : null) }),
    number: t.string({ nullable: true, resolve: (row) => aboutOf(row).number ?? null }),
    title: t.string({ resolve: (row) => aboutOf(row).title }),
    amount: t.field({ type: 'Money', nullable: true, resolve: (row) => aboutOf(row).amount ?? null }),
    grounds: t.intList({ resolve: (row) => [...(aboutOf(row).grounds ?? [])] }),
    severity: t.string({ nullable: true, resolve: (row) => aboutOf(row).severity ?? null }),
    /** What happens on approval, as keys of the catalogue. B-6 */
    onApproval: t.stringList({ resolve: (row) => [...(aboutOf(row).onApproval ?? [])] }),
    contractor: t.field({
      type: contractor,
      nullable: true,
      resolve: (row, _, { prisma }) => {
        const id = aboutOf(row).contractor
        return id ? prisma.contractor.findUnique({ where: { id } }) : null
      },
    }),
    unit: t.field({
      type: unit,
      nullable: true,
      resolve: (row, _, { prisma }) => {
        const id = aboutOf(row).unit
        return id ? prisma.unit.findUnique({ where: { id } }) : null
      },
    }),
    /** Whose it is, where it is not the reader's own. */
    holder: t.field({
      type: person,
      nullable: true,
      resolve: async ({ holderPerson }, _, { loaders }) => (holderPerson ? ((await loaders.people.load(holderPerson)) ?? null) : null),
    }),
    position: t.string({ nullable: true, resolve: ({ holderPosition }) => holderPosition }),
    /** Any of its staff. B-1 */
    department: t.field({
      type: department,
      nullable: true,
      resolve: async ({ holderDepartment }, _, { loaders }) =>
        holderDepartment ? ((await loaders.departments.load(holderDepartment)) ?? null) : null,
    }),
    /** It is the holder's superior who is told that this is late. B-5 */
    forSuperior: t.exposeBoolean('forSuperior'),
    /** The subject of an approval, whose facts are decided on. */
    subjectNoun: t.field({
      type: enumOf('NounName'),
      nullable: true,
      resolve: async (row, _, context) => (await subjectOf(row, context))?.noun ?? null,
    }),
    subjectId: t.id({
      nullable: true,
      resolve: async (row, _, context) => {
        const subject = await subjectOf(row, context)
        return subject ? globalId(typeOf(subject.noun), subject.id) : null
      },
    }),
  }),
})
const subjectOf = async ({ noun, recordId }: TaskRow, { loaders }: Context) => {
  if (noun !== 'approval') return undefined
  const found = await loaders.records.load({ noun, id: recordId })
  return (found?.record as { readonly subject?: { readonly noun: NounName; readonly id: string } } | undefined)?.subject
}

const columns = `k.id::text as id, k.noun, k.record_id::text as "recordId", k.does, k.part, k.kind, k.holder_person::text as "holderPerson", k.holder_position as "holderPosition", k.holder_department::text as "holderDepartment", k.for_superior as "forSuperior",
  k.from_at as "from", k.due_at as "due", k.paused, k.clock, k.about`

const held = (context: Context, values: unknown[]) => {
  const bind = (value: unknown) => `$${values.push(value)}`
  return context.reader ? heldBy(context.reader, context.now, { bind }) : 'false'
}

builder.queryField('tasks', (t) =>
  t.connection({
    type: task,
    description: 'What the reader owes now, the soonest due first.',
    args: {
      kinds: t.arg({ type: [enumOf('TaskKind')] }),
      does: t.arg({ type: [decisionName] }),
      nouns: t.arg({ type: [enumOf('NounName')] }),
    },
    resolve: async (_, args, context) => {
      const values: unknown[] = []
      const bind = (value: unknown) => `$${values.push(value)}`
      const first = pageSize(args.first)
      const conditions = [
        held(context, values),
        ...(args.kinds ? [`k.kind = any(${bind(args.kinds)}::text[])`] : []),
        ...(args.does ? [`k.does = any(${bind(args.does)}::text[])`] : []),
        ...(args.nouns ? [`k.noun = any(${bind(args.nouns)}::text[])`] : []),
      ]
      const place = args.after ? readPlace(args.after) : undefined
      if (place) {
        const due = `${bind(place.due)}::timestamptz`
        conditions.push(`k.due_at >= ${due} and (k.due_at > ${due} or k.id > ${bind(place.id)}::uuid)`)
      }
      const rows = await context.prisma.$queryRawUnsafe<TaskRow[]>(
        `select ${columns} from task k where ${conditions.join(' and ')} order by k.due_at, k.id limit ${first + 1}`,
        ...values,
      )
      return pageOf(rows, first, ({ due, id }: TaskRow) => Buffer.from(`${due.toISOString()}|${id}`).toString('base64url'))
    },
  }),
)
const readPlace = (cursor: string) => {
  const [due = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(due)) ? { due, id } : undefined
}

type TaskCount = { readonly does: string; readonly kind: string; readonly noun: NounName; readonly count: number; readonly late: number }
const cap = 1000
const taskCount = builder.objectRef<TaskCount>('TaskCount').implement({
  fields: (t) => ({
    does: t.field({ type: decisionName, resolve: ({ does }) => does }),
    kind: t.field({ type: enumOf('TaskKind'), resolve: ({ kind }) => kind }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    count: t.exposeInt('count'),
    late: t.exposeInt('late'),
  }),
})
builder.queryField('taskCounts', (t) =>
  t.field({
    type: [taskCount],
    description: 'How much of each kind the reader owes now, for the badges; counted among the first thousand due.',
    resolve: (_, __, context) => {
      const values: unknown[] = []
      const holding = held(context, values)
      const now = `$${values.push(new Date(context.now).toISOString())}::timestamptz`
      return context.prisma.$queryRawUnsafe<TaskCount[]>(
        `select does, kind, noun, count(*)::int as count, count(*) filter (where due_at < ${now} and not paused)::int as late
         from (select k.does, k.kind, k.noun, k.due_at, k.paused from task k where ${holding} order by k.due_at limit ${cap}) owed group by does, kind, noun order by kind, does`,
        ...values,
      )
    },
  }),
)
/** The open tasks of one record, whoever holds them: who must do what by when. */
builder.queryField('tasksOf', (t) =>
  t.field({
    type: [task],
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_, { id }, context) => {
      const found = readGlobalId(String(id))
      const row = found ? await rowsOf(context.prisma, found.noun).findUnique({ where: { id: found.id } }) : null
      if (!found || !row || !(await mayRead(found.noun, row, context))) return []
      return context.prisma.$queryRawUnsafe<TaskRow[]>(
        `select ${columns} from task k where k.record_id = $1::uuid order by k.due_at, k.id limit 100`,
        found.id,
      )
    },
  }),
)
