import {
  compareQuantities,
  fen,
  givenLines,
  lowestTotal,
  totalOf,
  writeQuantity,
  type ComparedLine,
  type EmergencyRepair,
  type QuantityLine,
  type QuantitySource,
} from '@lintel/domain'
import { approval } from './approval.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { evidenceType } from './evidence.ts'
import { documentOf, recordInterface } from './record.ts'
import { date, moment, personRef } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<EmergencyRepair>(row)
const document = { document: true } as const
const money = (amount: bigint | null) => (amount === null ? null : fen(amount))

const logEntry = builder.objectRef<EmergencyRepair['log'][number]>('RepairLogEntry').implement({
  fields: (t) => ({
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    entered: t.field({ type: 'DateTime', resolve: ({ entered }) => moment(entered) }),
    by: t.field({ type: personRef, nullable: true, resolve: async ({ by }, _, { loaders }) => (await loaders.people.load(by)) ?? null }),
    work: t.exposeString('work'),
    materials: t.string({ nullable: true, resolve: ({ materials }) => materials ?? null }),
    hours: t.int({ nullable: true, resolve: ({ hours }) => hours ?? null }),
    cost: t.field({ type: 'Money', nullable: true, resolve: ({ cost }) => cost ?? null }),
    evidence: t.field({ type: [evidenceType], resolve: ({ evidence }) => evidence }),
  }),
})
const quantityLine = builder.objectRef<QuantityLine>('QuantityLine').implement({
  fields: (t) => ({
    item: t.exposeString('item'),
    unit: t.exposeString('unit'),
    quantity: t.field({ type: 'Decimal', resolve: ({ quantity }) => writeQuantity(quantity) }),
    price: t.field({ type: 'Money', resolve: ({ price }) => price }),
  }),
})
const givenLine = builder.objectRef<ComparedLine['given'][number]>('GivenQuantity').implement({
  fields: (t) => ({
    source: t.field({ type: enumOf('QuantitySource'), resolve: ({ source }) => source }),
    quantity: t.field({ type: 'Decimal', resolve: ({ quantity }) => writeQuantity(quantity) }),
    price: t.field({ type: 'Money', resolve: ({ price }) => price }),
    sum: t.field({ type: 'Money', resolve: ({ sum }) => sum }),
  }),
})
const compared = builder.objectRef<ComparedLine>('ComparedQuantity').implement({
  description: 'An item beside what each says of it. E-6',
  fields: (t) => ({
    item: t.exposeString('item'),
    unit: t.exposeString('unit'),
    differs: t.exposeBoolean('differs'),
    given: t.field({ type: [givenLine], resolve: ({ given }) => given }),
  }),
})
type Total = { readonly source: QuantitySource; readonly lines: readonly QuantityLine[] }
const quantityTotal = builder.objectRef<Total>('QuantityTotal').implement({
  fields: (t) => ({
    source: t.field({ type: enumOf('QuantitySource'), resolve: ({ source }) => source }),
    total: t.field({ type: 'Money', resolve: ({ lines }) => totalOf(lines) }),
    lines: t.field({ type: [quantityLine], resolve: ({ lines }) => lines }),
  }),
})
const confirmation = builder.objectRef<EmergencyRepair['confirmations'][number]>('QuantityConfirmation').implement({
  fields: (t) => ({
    party: t.field({ type: enumOf('QuantityParty'), resolve: ({ party }) => party }),
    signed: t.exposeBoolean('signed'),
    who: t.exposeString('who'),
    quantities: t.string({ nullable: true, resolve: ({ quantities }) => quantities ?? null }),
    note: t.string({ nullable: true, resolve: ({ note }) => note ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
  }),
})

/** 应急维修. E-1 */
export const emergencyRepair = builder.prismaObject('EmergencyRepair', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('EmergencyRepairState'), select: { state: true }, resolve: ({ state }) => state }),
    startedBy: t.field({ type: enumOf('StartedBy'), select: { startedBy: true }, resolve: ({ startedBy }) => startedBy }),
    reason: t.string({ select: document, resolve: (row) => doc(row).reason }),
    estimate: t.field({ type: 'Money', nullable: true, select: { estimateFen: true }, resolve: ({ estimateFen }) => money(estimateFen) }),
    budget: t.field({ type: 'Money', nullable: true, select: { budgetFen: true }, resolve: ({ budgetFen }) => money(budgetFen) }),
    budgetAsked: t.field({ type: 'Money', nullable: true, select: document, resolve: (row) => doc(row).budgetAsked?.amount ?? null }),
    spent: t.field({ type: 'Money', select: { spentFen: true }, resolve: ({ spentFen }) => fen(spentFen) }),
    audited: t.field({ type: 'Money', nullable: true, select: { auditedFen: true }, resolve: ({ auditedFen }) => money(auditedFen) }),
    charge: t.field({ type: 'Money', nullable: true, select: { chargeFen: true }, resolve: ({ chargeFen }) => money(chargeFen) }),
    startedAt: t.expose('startedAt', { type: 'DateTime' }),
    since: t.expose('since', { type: 'DateTime' }),
    returnedBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).returned?.reason ?? null }),
    disapprovedBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).disapproved?.reason ?? null }),
    fineFellAt: t.field({ type: 'DateTime', nullable: true, select: document, resolve: (row) => date(doc(row).fineFellAt) }),
    endedReason: t.string({ nullable: true, select: document, resolve: (row) => doc(row).endedReason ?? null }),
    approver: t.field({
      type: personRef,
      nullable: true,
      select: document,
      resolve: async (row, _, { loaders }) => {
        const { approver } = doc(row)
        return approver ? ((await loaders.people.load(approver)) ?? null) : null
      },
    }),
    log: t.field({ type: [logEntry], select: document, resolve: (row) => doc(row).log.toReversed() }),
    /** Line by line what contractor, team, department and audit say. E-6 */
    quantities: t.field({ type: [compared], select: document, resolve: (row) => compareQuantities(doc(row)) }),
    quantityTotals: t.field({ type: [quantityTotal], select: document, resolve: (row) => givenLines(doc(row)) }),
    /** The least any of them comes to; more is charged back with a reason. E-6 */
    lowestTotal: t.field({ type: 'Money', nullable: true, select: document, resolve: (row) => lowestTotal(doc(row)) ?? null }),
    chargeReason: t.string({ nullable: true, select: document, resolve: (row) => doc(row).charge?.reason ?? null }),
    confirmations: t.field({ type: [confirmation], select: document, resolve: (row) => doc(row).confirmations }),
    project: t.relation('project'),
    notice: t.relation('notice', { nullable: true }),
    contractor: t.relation('contractor'),
    team: t.relation('team', { nullable: true }),
    representative: t.relation('representative'),
    fine: t.relation('fine', { nullable: true }),
    approval: t.relation('approval', { nullable: true }),
    /** Where the company leader is asked for more than the manager may let be spent. E-5 */
    budgetApproval: t.prismaField({
      type: approval,
      nullable: true,
      select: document,
      resolve: (query, row, _, { prisma }) => {
        const asked = doc(row).budgetAsked?.approval
        return asked ? prisma.approval.findUnique({ ...query, where: { id: asked } }) : null
      },
    }),
  }),
})
