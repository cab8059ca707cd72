import { fen } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { maskedIdentity, maskedName, maskedPhone } from './mask.ts'
import { seesPersonal } from './reading.ts'
import { recordInterface } from './record.ts'

const day = (date: Date | null) => date && date.toISOString().slice(0, 10)

/** 客户/业主: personal data is masked for whoever does not need it. X-7, Y-6 */
export const customer = builder.prismaObject('Customer', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectIds: true },
  fields: (t) => ({
    name: t.string({
      select: { name: true },
      resolve: (row, _, context) => (seesPersonal(row, context) ? row.name : maskedName(row.name)),
    }),
    phone: t.string({
      nullable: true,
      select: { phone: true },
      resolve: (row, _, context) => (seesPersonal(row, context) ? row.phone : maskedPhone(row.phone)),
    }),
    otherPhone: t.string({
      nullable: true,
      select: { otherPhone: true },
      resolve: (row, _, context) => (seesPersonal(row, context) ? row.otherPhone : maskedPhone(row.otherPhone)),
    }),
    identityNumber: t.string({
      nullable: true,
      select: { identityNumber: true },
      resolve: ({ identityNumber }) => maskedIdentity(identityNumber),
    }),
    address: t.string({
      nullable: true,
      select: { address: true },
      resolve: (row, _, context) => (seesPersonal(row, context) ? row.address : row.address && '***'),
    }),
    changedAt: t.expose('changedAt', { type: 'DateTime' }),
    state: t.field({ type: enumOf('CustomerState'), select: { state: true }, resolve: ({ state }) => state }),
  }),
})

/** 施工单位, 监理公司, 应急维修队伍 */
export const contractor = builder.prismaObject('Contractor', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true },
  fields: (t) => ({
    name: t.exposeString('name'),
    kind: t.field({ type: enumOf('PartyKind'), select: { kind: true }, resolve: ({ kind }) => kind }),
    contact: t.exposeString('contact', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
    /** 一票否决, marked. W-2 */
    vetoed: t.exposeBoolean('vetoed'),
    vetoedUntil: t.field({ type: 'Date', nullable: true, select: { vetoedUntil: true }, resolve: ({ vetoedUntil }) => day(vetoedUntil) }),
    state: t.field({ type: enumOf('ContractorState'), select: { state: true }, resolve: ({ state }) => state }),
  }),
})
export const contract = builder.prismaObject('Contract', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    trade: t.field({ type: enumOf('Trade'), select: { trade: true }, resolve: ({ trade }) => trade }),
    amount: t.field({ type: 'Money', select: { amountFen: true }, resolve: ({ amountFen }) => fen(amountFen) }),
    /** 质保金 */
    retention: t.field({ type: 'Money', select: { retentionFen: true }, resolve: ({ retentionFen }) => fen(retentionFen) }),
    warrantyEnd: t.field({ type: 'Date', nullable: true, select: { warrantyEnd: true }, resolve: ({ warrantyEnd }) => day(warrantyEnd) }),
    state: t.field({ type: enumOf('ContractState'), select: { state: true }, resolve: ({ state }) => state }),
    contractor: t.relation('contractor'),
    project: t.relation('project'),
  }),
})
