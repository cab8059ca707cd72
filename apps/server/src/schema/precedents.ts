import { fen } from '@lintel/domain'
import { precedentsOf, type Band, type Precedent, type Precedents } from '../conduct/precedents.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { fine } from './fine.ts'
import { globalId } from './global-id.ts'

const money = (amount: string | null) => (amount === null ? null : fen(BigInt(amount)))
const one = builder.objectRef<Precedent>('Precedent').implement({
  fields: (t) => ({
    fine: t.id({ resolve: ({ id }) => globalId('Fine', id) }),
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('FineState'), resolve: ({ state }) => state }),
    groundNumbers: t.intList({ resolve: ({ grounds }) => [...grounds] }),
    severity: t.field({ type: enumOf('FineSeverity'), resolve: ({ severity }) => severity }),
    amount: t.field({ type: 'Money', resolve: ({ amount }) => fen(BigInt(amount)) }),
    open: t.field({ type: 'Money', resolve: ({ open }) => fen(BigInt(open)) }),
    signedAt: t.field({ type: 'DateTime', resolve: ({ signedAt }) => new Date(signedAt) }),
    contractor: t.id({ resolve: ({ contractor }) => globalId('Contractor', contractor) }),
    contractorName: t.exposeString('contractorName'),
    /** What the default cost: the audited emergency repair; empty where there was none, or for whoever may not read it. */
    audited: t.field({ type: 'Money', nullable: true, resolve: ({ audited }) => money(audited) }),
    charge: t.field({ type: 'Money', nullable: true, resolve: ({ charge }) => money(charge) }),
  }),
})
const band = builder.objectRef<Band>('FineBand').implement({
  description: 'What past fines on the same grounds came to: a suggestion, never a decision. F-12',
  fields: (t) => ({
    severity: t.field({ type: enumOf('FineSeverity'), resolve: ({ severity }) => severity }),
    count: t.exposeInt('count'),
    low: t.field({ type: 'Money', resolve: ({ low }) => fen(BigInt(low)) }),
    middle: t.field({ type: 'Money', resolve: ({ middle }) => fen(BigInt(middle)) }),
    high: t.field({ type: 'Money', resolve: ({ high }) => fen(BigInt(high)) }),
  }),
})
const precedents = builder.objectRef<Precedents>('Precedents').implement({
  fields: (t) => ({
    fines: t.field({ type: [one], resolve: ({ fines }) => fines }),
    bands: t.field({ type: [band], resolve: ({ bands }) => bands }),
  }),
})
builder.prismaObjectField(fine, 'precedents', (t) =>
  t.field({
    type: precedents,
    description: 'Past fines the reader may read, the most alike first, and a band for each severity. F-12',
    select: { contractorId: true, grounds: true, severity: true },
    resolve: ({ id, contractorId, grounds, severity }, _, { prisma, reader }) =>
      reader ? precedentsOf(prisma, reader, { id, contractorId, grounds, severity }) : { fines: [], bands: [] },
  }),
)
