import { fen, type Score } from '@lintel/domain'
import { conductOf, scoreOf, vetoesOf, type ConductRow } from '../conduct/conduct.ts'
import { cursorOf, ledgerOf, ledgerSums, type LedgerLine, type LedgerSums } from '../conduct/ledger.ts'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { globalId, idOf } from './global-id.ts'
import { pageSize } from './lists.ts'
import { contractor } from './parties.ts'
import { project } from './places.ts'
import { usable } from './usable.ts'

const row = builder.objectRef<ConductRow>('ConductRow').implement({
  description: 'What was counted of a party in a year and a project the reader may read. §2',
  fields: (t) => ({
    year: t.exposeInt('year'),
    project: t.field({
      type: project,
      nullable: true,
      resolve: ({ project: id }, _, { loaders }) => loaders.projects.load(id).then((one) => one ?? null),
    }),
    notices: t.exposeInt('notices'),
    refusals: t.exposeInt('refusals'),
    lateRepairs: t.exposeInt('lateRepairs'),
    fines: t.exposeInt('fines'),
    emergencyRepairs: t.exposeInt('emergencyRepairs'),
    appeals: t.exposeInt('appeals'),
  }),
})
const scoreLine = builder.objectRef<Score['lines'][number]>('ScoreLine').implement({
  fields: (t) => ({
    what: t.exposeString('what'),
    count: t.exposeInt('count'),
    off: t.exposeInt('off'),
    /** The most that may be taken off for it. */
    most: t.exposeInt('most'),
  }),
})
const score = builder.objectRef<Score>('ConductScore').implement({
  description: 'A hundred less what counted against the party in the last year, over all projects. S-1',
  fields: (t) => ({
    points: t.exposeInt('points'),
    notices: t.exposeInt('notices'),
    lines: t.field({ type: [scoreLine], resolve: ({ lines }) => lines }),
  }),
})
const line = builder.objectRef<LedgerLine>('ContractorLedgerEntry').implement({
  fields: (t) => ({
    key: t.string({ resolve: ({ id }) => id }),
    kind: t.field({ type: enumOf('LedgerKind'), resolve: ({ kind }) => kind }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    amount: t.field({ type: 'Money', resolve: ({ amount }) => fen(amount) }),
    balance: t.field({ type: 'Money', resolve: ({ balance }) => fen(balance) }),
    number: t.exposeString('number'),
    record: t.id({ resolve: ({ fine, repair }) => (fine ? globalId('Fine', fine) : globalId('EmergencyRepair', repair ?? '')) }),
    noun: t.field({ type: enumOf('NounName'), resolve: ({ fine }) => (fine ? 'fine' : 'emergencyRepair') }),
    project: t.field({
      type: project,
      nullable: true,
      resolve: ({ project: id }, _, { loaders }) => loaders.projects.load(id).then((one) => one ?? null),
    }),
  }),
})
const page = builder.objectRef<{ readonly lines: readonly LedgerLine[]; readonly more: boolean }>('LedgerPage').implement({
  fields: (t) => ({
    entries: t.field({ type: [line], resolve: ({ lines }) => lines }),
    /** Where the next page begins; empty where there is none. */
    next: t.string({
      nullable: true,
      resolve: ({ lines, more }) => {
        const last = lines.at(-1)
        return more && last ? cursorOf(last) : null
      },
    }),
  }),
})
const sums = builder.objectRef<LedgerSums>('LedgerSums').implement({
  fields: (t) => ({
    /** On its fines: what the entries leave. F-14 */
    open: t.field({ type: 'Money', resolve: ({ open }) => fen(open) }),
    fined: t.field({ type: 'Money', resolve: ({ fined }) => fen(fined) }),
    settled: t.field({ type: 'Money', resolve: ({ settled }) => fen(settled) }),
    letOff: t.field({ type: 'Money', resolve: ({ letOff }) => fen(letOff) }),
    chargedBack: t.field({ type: 'Money', resolve: ({ chargedBack }) => fen(chargedBack) }),
  }),
})
const ledgerFilter = builder.inputType('LedgerAsked', {
  fields: (t) => ({
    kinds: t.field({ type: [enumOf('LedgerKind')] }),
    projects: t.idList(),
    from: t.field({ type: 'DateTime' }),
    until: t.field({ type: 'DateTime' }),
  }),
})
const plain = (ids: readonly (string | number)[] | null | undefined) => ids?.flatMap((id) => idOf('project', String(id)) ?? [])

builder.prismaObjectFields(contractor, (t) => ({
  conduct: t.field({
    type: [row],
    resolve: async ({ id }, _, { prisma, reader }) => (reader ? [...(await conductOf(prisma, reader, id))] : []),
  }),
  /** When it was vetoed. W-2 */
  vetoes: t.field({ type: ['DateTime'], resolve: async ({ id }, _, { prisma }) => [...(await vetoesOf(prisma, id))] }),
  /** For those who read fines. S-1 */
  score: t.field({
    type: score,
    nullable: true,
    select: { vetoed: true, vetoedUntil: true },
    resolve: ({ id, vetoed, vetoedUntil }, _, { prisma, reader, now }) =>
      reader?.may('fine.read')
        ? scoreOf(prisma, id, vetoed && (vetoedUntil === null || now < vetoedUntil.getTime() + 86_400_000 - 8 * 3_600_000), now)
        : null,
  }),
  ledger: t.field({
    type: page,
    args: { first: t.arg.int(), after: t.arg.string(), filter: t.arg({ type: ledgerFilter }) },
    resolve: ({ id }, { first, after, filter }, context) => {
      const { prisma, reader } = context
      const asked = { ...filter, projects: plain(filter?.projects) }
      return reader
        ? usable(() => ledgerOf(prisma, reader, id, asked, { first: pageSize(first), after }), context)
        : { lines: [], more: false }
    },
  }),
  ledgerSums: t.field({
    type: sums,
    nullable: true,
    resolve: ({ id }, _, { prisma, reader }) => (reader ? ledgerSums(prisma, reader, id) : null),
  }),
}))
