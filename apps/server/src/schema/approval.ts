import {
  currentStep,
  openSeats,
  signatures,
  turns,
  type Approval,
  type Holder,
  type Moment,
  type Seat,
  type SeatId,
  type Signature,
} from '@lintel/domain'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import type { SeatEvent } from './loaders.ts'
import { globalId } from './global-id.ts'
import { documentOf, recordInterface } from './record.ts'
import { department } from './person.ts'
import { date, moment, personRef } from './shared.ts'
import { typeOf } from './names.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Approval>(row)
const document = { document: true } as const

const signature = builder.objectRef<Signature>('Signature').implement({
  fields: (t) => ({
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    inNameOf: t.field({
      type: personRef,
      nullable: true,
      resolve: async ({ inNameOf }, _, { loaders }) => (await loaders.people.load(inNameOf)) ?? null,
    }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    round: t.exposeInt('round'),
    comment: t.string({ nullable: true, resolve: ({ comment }) => comment ?? null }),
    /** Why it no longer counts. */
    void: t.string({ nullable: true, resolve: (one) => one.void ?? null }),
  }),
})
export const holder = builder.objectRef<Holder>('Holder').implement({
  fields: (t) => ({
    person: t.field({
      type: personRef,
      nullable: true,
      resolve: async (held, _, { loaders }) => ('person' in held ? ((await loaders.people.load(held.person)) ?? null) : null),
    }),
    position: t.string({ nullable: true, resolve: (held) => ('position' in held ? held.position : null) }),
    /** Any of its staff. B-1 */
    department: t.field({
      type: department,
      nullable: true,
      resolve: async (held, _, { loaders }) => ('department' in held ? ((await loaders.departments.load(held.department)) ?? null) : null),
    }),
  }),
})
/** What is known of a seat beside the seat: who asked for it, since when it is asked. */
type Around = { readonly approval: Approval; readonly turns: ReadonlyMap<SeatId, Moment>; readonly events: readonly SeatEvent[] }
type SeatOf = { readonly seat: Seat; readonly around: Around }
const seat = builder.objectRef<SeatOf>('Seat')
const movedSeat = builder.objectRef<SeatEvent>('SeatMove').implement({
  fields: (t) => ({
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
  }),
})
const lastMove = ({ seat: { id }, around }: SeatOf, type: SeatEvent['type']) =>
  around.events.findLast((one) => one.type === type && one.seats.includes(id)) ?? null
seat.implement({
  fields: (t) => ({
    key: t.string({ resolve: ({ seat: { id } }) => id }),
    holder: t.field({ type: holder, resolve: ({ seat: { holder: held } }) => held }),
    signed: t.field({ type: signature, nullable: true, resolve: ({ seat: { signed } }) => signed ?? null }),
    /** A signature is owed here now. */
    open: t.boolean({ resolve: ({ seat: { id }, around }) => openSeats(around.approval).some((one) => one.id === id) }),
    /** Since when it is, or was, asked. B-6 */
    since: t.field({ type: 'DateTime', nullable: true, resolve: ({ seat: { id }, around }) => date(around.turns.get(id)) }),
    /** Who asked for it, where it was added. B-11 */
    asked: t.field({ type: movedSeat, nullable: true, resolve: (one) => lastMove(one, 'SignersAdded') }),
    /** Whose hand it came from last: both names are kept. B-2 */
    handedOver: t.field({ type: movedSeat, nullable: true, resolve: (one) => lastMove(one, 'HandedOver') }),
    before: t.field({ type: [seat], resolve: ({ seat: { before }, around }) => before.map((one) => ({ seat: one, around })) }),
    after: t.field({ type: [seat], resolve: ({ seat: { after }, around }) => after.map((one) => ({ seat: one, around })) }),
  }),
})
const step = builder
  .objectRef<{ readonly step: Approval['steps'][number]; readonly n: number; readonly around: Around }>('ApprovalStep')
  .implement({
    fields: (t) => ({
      number: t.int({ resolve: ({ n }) => n }),
      mode: t.field({ type: enumOf('ApprovalMode'), resolve: ({ step: { mode } }) => mode }),
      /** It is before the one that signs now: it can be sent back to. */
      earlier: t.boolean({ resolve: ({ n, around: { approval } }) => approval.state === 'open' && n < currentStep(approval) }),
      seats: t.field({ type: [seat], resolve: ({ step: { seats }, around }) => seats.map((one) => ({ seat: one, around })) }),
    }),
  })
const aroundOf = async (approval: Approval, { loaders }: Context): Promise<Around> => {
  const events = await loaders.seatEvents.load(approval.id)
  const asked = events
    .filter(({ type }) => type === 'SignersAdded')
    .flatMap(({ seats, at }) => seats.map((id) => [id as SeatId, at.getTime() as Moment] as const))
  return { approval, events, turns: turns(approval, new Map(asked)) }
}

/** 审批: who signed, who is next, who signs after. §17 */
export const approval = builder.prismaObject('Approval', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true, makerIds: true },
  fields: (t) => ({
    state: t.field({ type: enumOf('ApprovalState'), select: { state: true }, resolve: ({ state }) => state }),
    subjectNoun: t.field({ type: enumOf('NounName'), select: { subjectNoun: true }, resolve: ({ subjectNoun }) => subjectNoun }),
    subjectId: t.id({
      select: { subjectNoun: true, subjectId: true },
      resolve: ({ subjectNoun, subjectId }) => globalId(typeOf(subjectNoun), subjectId),
    }),
    round: t.exposeInt('round'),
    openedAt: t.expose('openedAt', { type: 'DateTime' }),
    endedAt: t.expose('endedAt', { type: 'DateTime', nullable: true }),
    endedReason: t.string({ nullable: true, select: document, resolve: (row) => doc(row).ended?.reason ?? null }),
    dueAt: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).dueAt) }),
    urgedAt: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).urgedAt) }),
    makers: t.field({
      type: [personRef],
      select: document,
      resolve: async (row, _, { loaders }) =>
        (await Promise.all(doc(row).makers.map((id) => loaders.people.load(id)))).filter((one) => one !== undefined),
    }),
    steps: t.field({
      type: [step],
      select: document,
      resolve: async (row, _, context) => {
        const around = await aroundOf(doc(row), context)
        return doc(row).steps.map((one, n) => ({ step: one, n, around }))
      },
    }),
    /** Those that count and those that no longer do, oldest first. B-8 */
    signatures: t.field({ type: [signature], select: document, resolve: (row) => signatures(doc(row)) }),
  }),
})
