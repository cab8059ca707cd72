import type { NounName } from '@lintel/domain'
import type { Kind } from '../messages/choices.ts'
import { builder } from './builder.ts'
import { decisionName, enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { countType, pageSize } from './lists.ts'
import { kindEnum } from './message-choices.ts'
import { typeOf } from './names.ts'
import { pageOf } from './page.ts'

type MessageRow = {
  readonly id: string
  readonly kind: Kind
  readonly stage: string
  readonly noun: NounName | null
  readonly recordId: string | null
  readonly does: string | null
  readonly part: string
  readonly number: string | null
  readonly title: string
  readonly viewId: string | null
  readonly due: Date | null
  readonly at: Date
  readonly readAt: Date | null
  readonly done: boolean
}
const messageId = (id: string) => Buffer.from(`Message:${id}`).toString('base64url')
const plainId = (id: string) => {
  const [type, plain = ''] = Buffer.from(id, 'base64url').toString('utf8').split(':')
  return type === 'Message' && /^[0-9a-f-]{36}$/.test(plain) ? [plain] : []
}

const message = builder.objectRef<MessageRow>('Message').implement({
  description: 'What the reader was told, once. X-6',
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => messageId(id) }),
    kind: t.field({ type: kindEnum, resolve: ({ kind }) => kind }),
    /** begun, soon, due, late; approved, rejected; entered, enteredMany; today; test. */
    stage: t.exposeString('stage'),
    noun: t.field({ type: enumOf('NounName'), nullable: true, resolve: ({ noun }) => noun }),
    recordId: t.id({ nullable: true, resolve: ({ noun, recordId }) => (noun && recordId ? globalId(typeOf(noun), recordId) : null) }),
    does: t.field({ type: decisionName, nullable: true, resolve: ({ does }) => does }),
    part: t.string({ nullable: true, resolve: ({ part }) => part || null }),
    number: t.exposeString('number', { nullable: true }),
    title: t.exposeString('title'),
    /** The view that something entered; its name is the part. */
    view: t.id({ nullable: true, resolve: ({ viewId }) => (viewId ? Buffer.from(`ListView:${viewId}`).toString('base64url') : null) }),
    due: t.field({ type: 'DateTime', nullable: true, resolve: ({ due }) => due }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    readAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ readAt }) => readAt }),
    /** What it asked for has been done, by whomever. */
    done: t.exposeBoolean('done'),
  }),
})

const columns = `m.id::text as id, m.kind, m.stage, m.noun, m.record_id::text as "recordId", m.does, m.part, m.number, m.title, m.view_id::text as "viewId", m.due_at as due, m.at, m.read_at as "readAt",
  m.task_id is not null and not exists (select from task k where k.id = m.task_id) as done`
/** What is done needs nobody's attention. */
const unread = `m.read_at is null and (m.task_id is null or exists (select from task k where k.id = m.task_id))`

builder.queryField('messages', (t) =>
  t.connection({
    type: message,
    description: 'What the reader was told, the newest first.',
    args: { unread: t.arg.boolean() },
    resolve: async (_, args, { prisma, reader }) => {
      const first = pageSize(args.first)
      const place = args.after ? placeFrom(args.after) : undefined
      const values: unknown[] = [reader?.actor.person ?? null]
      const bind = (value: unknown) => `$${values.push(value)}`
      const after = place ? `and (m.at, m.id) < (${bind(place.at)}::timestamptz, ${bind(place.id)}::uuid)` : ''
      const rows = await prisma.$queryRawUnsafe<MessageRow[]>(
        `select ${columns} from message m where m.person_id = $1::uuid ${args.unread ? `and ${unread}` : ''} ${after} order by m.at desc, m.id desc limit ${first + 1}`,
        ...values,
      )
      return pageOf(rows, first, ({ at, id }: MessageRow) => Buffer.from(`${at.toISOString()}|${id}`).toString('base64url'))
    },
  }),
)
const placeFrom = (cursor: string) => {
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  return /^[0-9a-f-]{36}$/.test(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : undefined
}

const cap = 99
builder.queryField('unreadMessages', (t) =>
  t.field({
    type: countType,
    description: 'How many messages wait to be read, counted up to ninety-nine.',
    resolve: async (_, __, { prisma, reader }) => {
      const [row] = await prisma.$queryRawUnsafe<{ count: number }[]>(
        `select count(*)::int as count from (select from message m where m.person_id = $1::uuid and ${unread} limit ${cap + 1}) counted`,
        reader?.actor.person ?? null,
      )
      const count = row?.count ?? 0
      return { value: Math.min(count, cap), more: count > cap }
    },
  }),
)

builder.mutationField('messagesRead', (t) =>
  t.field({
    type: 'Boolean',
    description: 'Marks messages as read; without ids, all of them.',
    args: { ids: t.arg.idList() },
    resolve: async (_, { ids }, { mailbox }) => {
      await mailbox()?.read(ids ? ids.slice(0, 100).flatMap((id) => plainId(String(id))) : 'all')
      return true
    },
  }),
)
