import { tellingStages, type About, type Clock, type NounName, type TellingStage } from '@lintel/domain'
import { revived } from '../records/document.ts'
import { revisionOf, type Stored } from '../records/stored.ts'
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
  /** What was last said of it. B-5 */
  readonly toldStage: TellingStage | null
  readonly toldAt: Date | null
  readonly escalatedAt: Date | null
}
const aboutOf = (row: TaskRow) => revived(row.about) as About

const tellingStage = builder.enumType('TellingStage', { values: tellingStages })
const seen = builder.objectRef<Stored>('SeenRecord').implement({
  description: 'A record and how far it had come when it was shown. B-4',
  fields: (t) => ({
    id: t.id({ resolve: ({ noun, record }) => globalId(typeOf(noun), record.id) }),
    revision: t.int({ resolve: revisionOf }),
  }),
})

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
    /** How many pieces of evidence lie with what is decided on. */
    evidence: t.int({ resolve: async (row, _, context) => piecesIn((await subjectRecord(row, context))?.record) }),
    /** What is decided on, as it stands now: whoever decides from the queue has seen this. B-4 */
    seen: t.field({ type: [seen], resolve: async (row, _, context) => [...(await seenOf(row, context))] }),
    /** When whoever waits for it last said so. B-2 */
    urgedAt: t.field({ type: 'DateTime', nullable: true, resolve: async (row, _, context) => urgedAt(row, context) }),
    told: t.field({ type: tellingStage, nullable: true, resolve: ({ toldStage }) => toldStage }),
    toldAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ toldAt }) => toldAt }),
    /** When the holder's superior was told that it is late. B-5 */
    escalatedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ escalatedAt }) => escalatedAt }),
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

/** What the task is done on, and what that is about, where it is an approval. */
const subjectRecord = async (row: TaskRow, context: Context): Promise<Stored | undefined> => {
  const subject = await subjectOf(row, context)
  return context.loaders.records.load(subject ?? { noun: row.noun, id: row.recordId })
}
const seenOf = async (row: TaskRow, context: Context): Promise<readonly Stored[]> => {
  const own = await context.loaders.records.load({ noun: row.noun, id: row.recordId })
  const subject = await subjectRecord(row, context)
  return [own, ...(subject === own ? [] : [subject])].flatMap((one) => one ?? [])
}
const urgedAt = async ({ noun, recordId }: TaskRow, { loaders }: Context): Promise<Date | null> => {
  const found = noun === 'approval' ? await loaders.records.load({ noun, id: recordId }) : undefined
  const at = (found?.record as { readonly urgedAt?: number } | undefined)?.urgedAt
  return at === undefined ? null : new Date(at)
}
/** Pieces of evidence anywhere in a record: its own, those of an appeal, of a log. */
const piecesIn = (value: unknown): number => {
  if (Array.isArray(value)) return value.reduce<number>((sum, one) => sum + piecesIn(one), 0)
  if (typeof value !== 'object' || value === null) return 0
  return Object.entries(value).reduce(
    (sum, [name, one]) => sum + (name === 'evidence' && Array.isArray(one) ? one.length : piecesIn(one)),
    0,
  )
}

const columns = `k.id::text as id, k.noun, k.record_id::text as "recordId", k.does, k.part, k.kind, k.holder_person::text as "holderPerson", k.holder_position as "holderPosition", k.holder_department::text as "holderDepartment", k.for_superior as "forSuperior",
  k.from_at as "from", k.due_at as "due", k.paused, k.clock, k.about, told.stage as "toldStage", told.at as "toldAt", above.at as "escalatedAt"`
/** Tasks with what was last said of each. */
const tasksTold = `task k left join lateral (select g.stage, g.at from telling g where g.task_id = k.id and g.stage <> 'begun' order by g.at desc limit 1) told on true
  left join lateral (select g.at from telling g where g.record_id = k.record_id and g.stage = 'escalated' and g.does = k.does and g.part = k.part order by g.at desc limit 1) above on true`

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
        `select ${columns} from ${tasksTold} where ${conditions.join(' and ')} order by k.due_at, k.id limit ${first + 1}`,
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
        `select ${columns} from ${tasksTold} where k.record_id = $1::uuid order by k.due_at, k.id limit 100`,
        found.id,
      )
    },
  }),
)
