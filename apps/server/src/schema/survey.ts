import type { Survey, SurveySignature } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { documentOf, recordInterface } from './record.ts'
import { evidenceType } from './evidence.ts'
import { moment } from './shared.ts'

const doc = (row: { readonly document: unknown }) => documentOf<Survey>(row)
const document = { document: true } as const

const signature = builder.objectRef<SurveySignature>('SurveySignature').implement({
  fields: (t) => ({
    drawn: t.string({ nullable: true, resolve: ({ drawn }) => drawn ?? null }),
    refusedBecause: t.string({ nullable: true, resolve: ({ refusedBecause }) => refusedBecause ?? null }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => moment(at) }),
    /** What was signed has been corrected since. P-4 */
    void: t.boolean({ resolve: (one) => one.void === true }),
  }),
})
type Taking = { readonly survey: Survey; readonly participant: Survey['participants'][number] }
const participant = builder.objectRef<Taking>('SurveyParticipant').implement({
  fields: (t) => ({
    key: t.string({ resolve: ({ participant: { id } }) => id }),
    role: t.field({ type: enumOf('SurveyRole'), resolve: ({ participant: { role } }) => role }),
    name: t.string({ resolve: ({ participant: { name } }) => name }),
    organisation: t.string({ nullable: true, resolve: ({ participant: { organisation } }) => organisation ?? null }),
    /** The newest first; only the first may still stand. */
    signatures: t.field({
      type: [signature],
      resolve: ({ survey, participant: { id } }) => survey.signatures.filter((one) => one.participant === id).toReversed(),
    }),
  }),
})

/** 踏查. C-9 */
export const survey = builder.prismaObject('Survey', {
  interfaces: [recordInterface],
  select: { id: true, revision: true, version: true, projectId: true },
  fields: (t) => ({
    number: t.exposeString('number'),
    state: t.field({ type: enumOf('SurveyState'), select: { state: true }, resolve: ({ state }) => state }),
    title: t.exposeString('title'),
    plannedAt: t.expose('plannedAt', { type: 'DateTime' }),
    meetingPoint: t.string({ nullable: true, select: document, resolve: (row) => doc(row).meetingPoint ?? null }),
    heldAt: t.expose('heldAt', { type: 'DateTime', nullable: true }),
    findings: t.string({ nullable: true, select: document, resolve: (row) => doc(row).held?.findings ?? null }),
    measures: t.string({ nullable: true, select: document, resolve: (row) => doc(row).held?.measures ?? null }),
    evidence: t.field({ type: [evidenceType], select: document, resolve: (row) => doc(row).held?.evidence ?? [] }),
    participants: t.field({
      type: [participant],
      select: document,
      resolve: (row) => doc(row).participants.map((one) => ({ survey: doc(row), participant: one })),
    }),
    unsigned: t.exposeInt('unsigned'),
    cancelledBecause: t.string({ nullable: true, select: document, resolve: (row) => doc(row).cancelledBecause ?? null }),
    project: t.relation('project'),
    complaint: t.relation('complaint', { nullable: true }),
    unit: t.relation('unit', { nullable: true }),
    representative: t.relation('representative'),
    responsible: t.relation('responsible', { nullable: true }),
    notices: t.relation('notices', { query: { take: 20, orderBy: { draftedAt: 'desc' } } }),
  }),
})
