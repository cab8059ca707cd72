import { appealClock, desks, fen, toSettle, type Fine } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { evidenceType } from './evidence.ts'
import { proof } from './notice.ts'
import { documentOf, recordInterface } from './record.ts'
import { clockType, date, moment, personRef, recorded } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Fine>(row)
const document = { document: true } as const
const money = (amount: bigint | null) => (amount === null ? null : fen(amount))

const ground = builder.objectRef<Fine['grounds'][number]>('GroundOfFine').implement({
  fields: (t) => ({
    ground: t.exposeInt('ground'),
    /** Empty where the system did not derive it and the representative wrote a reason. F-1 */
    derivedSince: t.field({ type: 'DateTime', nullable: true, resolve: ({ derivedSince }) => date(derivedSince) }),
    sub: t.string({ nullable: true, resolve: ({ sub }) => sub ?? null }),
    reason: t.string({ nullable: true, resolve: ({ reason }) => reason ?? null }),
    /** The recorded times as they were known when it was drafted or signed. N-6 */
    proofs: t.field({ type: [proof], resolve: ({ proofs }) => proofs }),
    fellAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ fellAt }) => date(fellAt) }),
  }),
})
const receipt = builder.objectRef<Fine['acknowledged'][number]>('DeskReceipt').implement({
  fields: (t) => ({
    desk: t.field({ type: enumOf('Desk'), resolve: ({ desk }) => desk }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
  }),
})
const entry = builder.objectRef<Fine['entries'][number]>('LedgerEntry').implement({
  fields: (t) => ({
    kind: t.field({ type: enumOf('EntryKind'), resolve: ({ kind }) => kind }),
    amount: t.field({ type: 'Money', resolve: ({ amount }) => amount }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    note: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
  }),
})

type Appeal = NonNullable<Fine['appeal']>
const decided = builder.objectRef<NonNullable<Appeal['decided']>>('AppealDecision').implement({
  fields: (t) => ({
    outcome: t.field({ type: enumOf('AppealOutcome'), resolve: ({ outcome }) => outcome }),
    reason: t.exposeString('reason'),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
  }),
})
const appeal = builder.objectRef<Appeal>('Appeal').implement({
  fields: (t) => ({
    /** When it was handed in, what was shown with it, and who entered it when. N-2 */
    fact: t.field({ type: recorded, resolve: ({ fact }) => fact }),
    reasons: t.exposeString('reasons'),
    decided: t.field({ type: decided, nullable: true, resolve: (one) => one.decided ?? null }),
    /** Empty while it waits for an answer. */
    ended: t.field({ type: enumOf('AppealEnd'), nullable: true, resolve: ({ ended }) => ended?.as ?? null }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ ended }) => date(ended?.at) }),
  }),
})
const relief = builder.objectRef<NonNullable<Fine['relief']>>('Relief').implement({
  fields: (t) => ({
    kind: t.field({ type: enumOf('ReliefKind'), resolve: ({ kind }) => kind }),
    amount: t.field({ type: 'Money', resolve: ({ amount }) => amount }),
    reason: t.exposeString('reason'),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    returnedBecause: t.string({ nullable: true, resolve: ({ returned }) => returned?.reason ?? null }),
  }),
})

/** 罚款单. F-1 */
export const fine = builder.prismaObject('Fine', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('FineState'), select: { state: true }, resolve: ({ state }) => state }),
    severity: t.field({ type: enumOf('FineSeverity'), nullable: true, select: { severity: true }, resolve: ({ severity }) => severity }),
    amount: t.field({ type: 'Money', nullable: true, select: { amountFen: true }, resolve: ({ amountFen }) => money(amountFen) }),
    /** What is still owed: the sum of its entries. F-14 */
    open: t.field({ type: 'Money', select: { openFen: true }, resolve: ({ openFen }) => fen(openFen) }),
    floor: t.field({ type: 'Money', nullable: true, select: { floorFen: true }, resolve: ({ floorFen }) => money(floorFen) }),
    rulesVersion: t.exposeInt('rulesVersion', { nullable: true }),
    grounds: t.field({ type: [ground], select: document, resolve: (row) => doc(row).grounds }),
    groundNumbers: t.exposeIntList('grounds'),
    facts: t.string({ select: document, resolve: (row) => doc(row).facts }),
    evidence: t.field({ type: [evidenceType], select: document, resolve: (row) => doc(row).evidence }),
    endedReason: t.string({ nullable: true, select: document, resolve: (row) => doc(row).endedReason ?? null }),
    /** Those it is served on; each acknowledges it. F-7 */
    desks: t.field({ type: [enumOf('Desk')], resolve: () => [...desks] }),
    acknowledged: t.field({ type: [receipt], select: document, resolve: (row) => doc(row).acknowledged }),
    entries: t.field({ type: [entry], select: document, resolve: (row) => doc(row).entries }),
    /** What may be settled now: without what is proposed to be let off. F-8 */
    toSettle: t.field({ type: 'Money', select: document, resolve: (row) => toSettle(doc(row)) }),
    /** Proposed to be let off, and not decided yet. F-7 */
    relief: t.field({ type: relief, nullable: true, select: document, resolve: (row) => doc(row).relief ?? null }),
    /** The last the contractor handed in. F-9 */
    appeal: t.field({ type: appeal, nullable: true, select: document, resolve: (row) => doc(row).appeal ?? null }),
    /** Until when the contractor may appeal. F-9 */
    appealClock: t.field({
      type: clockType,
      nullable: true,
      select: document,
      resolve: (row, _, { rules }) => appealClock(doc(row), rules) ?? null,
    }),
    draftedAt: t.expose('draftedAt', { type: 'DateTime' }),
    since: t.expose('since', { type: 'DateTime' }),
    signedAt: t.expose('signedAt', { type: 'DateTime', nullable: true }),
    approvedAt: t.expose('approvedAt', { type: 'DateTime', nullable: true }),
    issuedAt: t.expose('issuedAt', { type: 'DateTime', nullable: true }),
    project: t.relation('project'),
    notice: t.relation('notice', { nullable: true }),
    contractor: t.relation('contractor'),
    representative: t.relation('representative'),
    coordinator: t.relation('coordinator', { nullable: true }),
    approval: t.relation('approval', { nullable: true }),
    /** Where the company leader is asked to let off. */
    reliefApproval: t.relation('reliefApproval', { nullable: true }),
    repair: t.relation('repair', { nullable: true }),
    replaces: t.relation('replaces', { nullable: true }),
    replacedBy: t.relation('replacedBy'),
  }),
})
