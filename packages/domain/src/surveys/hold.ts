import { ask } from '../kernel/names.ts'
import { drawing, happened, longText, optional, proofs, ref, text } from '../kernel/input.ts'
import { refuse } from '../kernel/refusal.ts'
import { participantsInput, unsigned, type Findings, type OnSurvey } from './survey.ts'

const by = { permission: 'survey.work' } as const
const findingsShape = {
  heldAt: happened(),
  findings: longText(8000),
  responsible: optional(ref('contractor')),
  measures: longText(4000),
  evidence: proofs(),
}

const holdInput = { ...findingsShape, participants: participantsInput }
/** 踏查记录: findings, responsible party, measures, and who was there. C-9 */
export const hold: OnSurvey<typeof holdInput> = {
  input: holdInput,
  from: ['planned'],
  to: ['held'],
  by,
  refuses: ['InTheFuture'],
  decide: (_, { participants, ...held }, { actor, now }) => ({
    events: [
      {
        type: 'Held',
        held: held satisfies Findings,
        participants: participants.map((one, n) => ({ id: `${n + 1}`, ...one })),
        by: actor.person,
        at: now,
      },
    ],
  }),
}

const signInput = { participant: text(10), drawn: optional(drawing()), refusedBecause: optional(longText(500)) }
/** 签字 or 拒签: on the screen, each for themselves; the last one closes the survey. C-9 */
export const sign: OnSurvey<typeof signInput> = {
  input: signInput,
  from: ['held'],
  to: ['held', 'closed'],
  by,
  refuses: ['AlreadySigned', 'NoSuchSeat', 'Incomplete'],
  decide(survey, { participant, drawn, refusedBecause }, { actor, now }) {
    if (!survey.participants.some(({ id }) => id === participant)) return refuse('NoSuchSeat')
    const open = unsigned(survey)
    if (!open.some(({ id }) => id === participant)) return refuse('AlreadySigned')
    if ((drawn === undefined) === (refusedBecause === undefined)) return refuse('Incomplete', { what: 'signature' })
    const signature = {
      participant,
      at: now,
      by: actor.person,
      ...(drawn === undefined ? {} : { drawn }),
      ...(refusedBecause === undefined ? {} : { refusedBecause }),
    }
    return { events: [{ type: 'SignedBySurveyor', signature, last: open.length === 1 }] }
  },
}

const correctInput = { ...findingsShape, reason: longText(1000) }
/** 更正: what was signed no longer stands, so it is signed again. P-4 */
export const correct: OnSurvey<typeof correctInput> = {
  input: correctInput,
  from: ['held', 'closed'],
  to: ['held'],
  by,
  refuses: ['InTheFuture'],
  decide: (survey, { reason, ...held }, { actor, now }) =>
    survey.held
      ? { events: [{ type: 'FindingsCorrected', held: held satisfies Findings, old: survey.held, reason, by: actor.person, at: now }] }
      : refuse('WrongState', { state: survey.state }),
}

const handInput = { to: ref('person') }
/** 移交: somebody else is in charge from now on. P-5 */
export const handOver: OnSurvey<typeof handInput, 'person.working'> = {
  input: handInput,
  from: ['planned', 'held'],
  by: { permission: 'notice.handOver' },
  many: { undo: ({ id, representative }) => ask('survey.handOver', id, { to: representative }) },
  refuses: ['SameRecord', 'PersonDisabled'],
  needs: { 'person.working': () => 'representative' },
  decide: (survey, { to }, { actor, now }, facts) =>
    to === survey.representative
      ? refuse('SameRecord')
      : !facts['person.working'](to, survey.project)
        ? refuse('PersonDisabled')
        : { events: [{ type: 'HandedOver', to, by: actor.person, at: now }] },
}
