import { system } from '../records/company.ts'
import type { NounName } from '@lintel/domain'
import { builder } from './builder.ts'
import type { Context, Reader } from './context.ts'
import { enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { mayRead } from './reading.ts'
import { typeOf } from './names.ts'

type EventRow = {
  readonly record: string
  readonly seq: number
  readonly noun: NounName
  readonly project: string | null
  readonly type: string
  readonly payload: Readonly<Record<string, unknown>>
  readonly decision: string
  readonly askedBy: string | null
  readonly actor: string | null
  readonly inNameOf: string | null
  readonly at: Date
  readonly entered: Date
  /** Of the record it happened on, where it is another than the one whose history is told. */
  readonly number: string | null
  readonly party: string | null
}

export const eventType = builder.objectRef<EventRow>('Event').implement({
  fields: (t) => ({
    id: t.id({ resolve: ({ record, seq }) => Buffer.from(`Event:${record}:${seq}`).toString('base64url') }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    recordId: t.id({ resolve: ({ noun, record }) => globalId(typeOf(noun), record) }),
    type: t.exposeString('type'),
    decision: t.exposeString('decision'),
    /** What the record tells of it, as it was written then. */
    payload: t.field({ type: 'JSON', resolve: ({ noun, payload }, _, { reader }) => (reader && seesPayload(noun, reader) ? payload : {}) }),
    /** Nobody where time alone did it. */
    actor: t.string({
      nullable: true,
      resolve: async ({ actor }, _, { loaders }) => (actor ? ((await loaders.people.load(actor))?.name ?? null) : null),
    }),
    inNameOf: t.string({
      nullable: true,
      resolve: async ({ inNameOf }, _, { loaders }) => (inNameOf ? ((await loaders.people.load(inNameOf))?.name ?? null) : null),
    }),
    actorPositions: t.stringList({
      resolve: async ({ actor }, _, { loaders }) => (actor ? [...((await loaders.people.load(actor))?.positionKeys ?? [])] : []),
    }),
    /** Of the record it happened on; of an approval, what it is about. */
    number: t.exposeString('number', { nullable: true }),
    /** Whom that record is about: the contractor. */
    party: t.exposeString('party', { nullable: true }),
    /** B-9: what followed from another decision, or what nobody decided, was done by the system, not by a hand. */
    bySystem: t.boolean({ resolve: ({ askedBy, actor }) => askedBy !== null || actor === system }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    entered: t.field({ type: 'DateTime', resolve: ({ entered }) => entered }),
  }),
})

/** The history of people holds what only some may see of them. X-7 */
const seesPayload = (noun: NounName, reader: Reader) =>
  noun === 'customer' ? reader.may('customer.personal') : noun === 'person' ? reader.may('person.keep') : true

/** The records whose history belongs into a record's timeline: a case shows everything that hangs on it. C-10 */
const hangingOn: Partial<Record<NounName, string>> = {
  complaint: `select n.id, 'notice' as noun, n.project_id, n.number, p.name as party from notice n join contractor p on p.id = n.contractor_id where n.complaint_ids @> array[$1::uuid]
    union all select f.id, 'fine', f.project_id, f.number, p.name from fine f join fine_complaint c on c.fine_id = f.id join contractor p on p.id = f.contractor_id where c.complaint_id = $1::uuid
    union all select r.id, 'emergencyRepair', r.project_id, r.number, p.name from emergency_repair r join contractor p on p.id = r.contractor_id where r.complaint_ids @> array[$1::uuid]
    union all select id, 'visit', project_id, null, null from visit where complaint_id = $1::uuid
    union all select id, 'departmentRequest', project_id, number, null from department_request where complaint_id = $1::uuid
    union all select id, 'survey', project_id, number, null from survey where complaint_id = $1::uuid
    union all select a.id, 'approval', a.project_id, f.number, null from approval a join fine f on f.id = a.subject_id join fine_complaint c on c.fine_id = f.id where c.complaint_id = $1::uuid
    union all select a.id, 'approval', a.project_id, r.number, null from approval a join emergency_repair r on r.id = a.subject_id where r.complaint_ids @> array[$1::uuid]`,
  notice: `select f.id, 'fine' as noun, f.project_id, f.number, null as party from fine f where f.notice_id = $1::uuid
    union all select id, 'emergencyRepair', project_id, number, null from emergency_repair where notice_id = $1::uuid`,
  fine: `select id, 'approval' as noun, project_id, null as number, null as party from approval where subject_id = $1::uuid`,
  emergencyRepair: `select id, 'approval' as noun, project_id, null as number, null as party from approval where subject_id = $1::uuid`,
}

type Other = {
  readonly id: string
  readonly noun: NounName
  readonly project_id: string | null
  readonly number: string | null
  readonly party: string | null
}

/** Newest first; only of records the reader may read. */
export const timelineOf = async (
  noun: NounName,
  id: string,
  context: Context,
  first: number,
  before: Date | undefined,
): Promise<readonly EventRow[]> => {
  const { prisma } = context
  const linked = hangingOn[noun]
  const others = linked ? await prisma.$queryRawUnsafe<Other[]>(linked, id) : []
  const readable = await Promise.all(others.map((other) => mayRead(other.noun, { id: other.id, projectId: other.project_id }, context)))
  const ids = [id, ...others.filter((_, n) => readable[n]).map((other) => other.id)]
  const byId = new Map(others.map((other) => [other.id, other]))
  const rows = await prisma.$queryRawUnsafe<Omit<EventRow, 'number' | 'party'>[]>(
    `select * from (
       (select record_id::text as record, seq, noun, project_id::text as project, type, payload, decision, asked_by as "askedBy", actor::text as actor,
               in_name_of::text as "inNameOf", at, entered
        from event where record_id = any($1::uuid[]) and ($2::timestamptz is null or at < $2::timestamptz)
        order by at desc, entered desc, seq desc limit ${first})
       union all ${said(first)}
     ) told order by at desc, entered desc, seq desc limit ${first}`,
    ids,
    before ?? null,
  )
  return rows.map((row) => {
    const { number = null, party = null } = byId.get(row.record) ?? {}
    return { ...row, number, party }
  })
}

/** B-9: reminders and escalations, said by the system; what they say of the task is their payload. */
const said = (first: number) => `
       (select t.record_id::text, (-t.id)::float8, t.noun, t.project_id::text, case t.stage when 'escalated' then 'Escalated' else 'Reminded' end,
               jsonb_build_object('does', replace(t.does, '.', '_'), 'part', t.part, 'stage', t.stage, 'due', to_char(t.due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
                                  'told', (select coalesce(jsonb_agg(p.name order by p.name), '[]') from person p where p.id = any(t.persons))),
               '', 'time', null, null, t.at, t.at
        from telling t where t.record_id = any($1::uuid[]) and ($2::timestamptz is null or t.at < $2::timestamptz)
        order by t.at desc, t.id desc limit ${first})`
