import { choice, happened, longText, optional, ref, text } from '../kernel/input.ts'
import { ask } from '../kernel/names.ts'
import { refuse } from '../kernel/refusal.ts'
import type { Id } from '../kernel/values.ts'
import { resolveClock } from './clocks.ts'
import { feedbackMethods, living, milestones, toldWhom, type AskedOfComplaint, type Feedback, type OnComplaint } from './complaint.ts'

const by = { permission: 'complaint.handle' } as const

/** 受理: a representative is in charge from now on. C-4 */
export const accept: OnComplaint = {
  input: {},
  from: ['registered'],
  to: ['accepted'],
  by: { permission: 'complaint.accept' },
  many: {},
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Accepted', by: actor.person, at: now }] }),
}

const assignInput = { to: ref('person') }
/** 分派 and 改派: reassignment keeps the clocks. C-14, P-5 */
export const assign: OnComplaint<typeof assignInput, 'person.working'> = {
  input: assignInput,
  from: living,
  by: { permission: 'complaint.assign' },
  many: { undo: ({ id, representative }) => representative && ask('complaint.assign', id, { to: representative }) },
  refuses: ['SameRecord', 'PersonDisabled'],
  needs: { 'person.working': () => 'representative' },
  decide: (complaint, { to }, { actor, now }, facts) =>
    to === complaint.representative
      ? refuse('SameRecord')
      : !facts['person.working'](to, complaint.project)
        ? refuse('PersonDisabled')
        : { events: [{ type: 'Assigned', to, by: actor.person, at: now }] },
}

const feedbackInput = {
  to: choice('ToldWhom', toldWhom),
  method: choice('FeedbackMethod', feedbackMethods),
  content: longText(4000),
  at: happened(),
}
/** 回馈: the first one to the customer is the first contact; those merged into this case hear it too. C-6, C-7 */
export const recordFeedback: OnComplaint<typeof feedbackInput> = {
  input: feedbackInput,
  from: ['accepted', 'inProgress', 'suspended', 'reopened', 'resolved'],
  // the first word to the customer is where the work begins
  to: { accepted: ['accepted', 'inProgress'], reopened: ['reopened', 'inProgress'] },
  by,
  refuses: ['InTheFuture', 'BeforeItsTime'],
  decide(complaint, given, { actor, now }) {
    if (given.at < complaint.registeredAt) return refuse('BeforeItsTime', { earliest: complaint.registeredAt })
    const feedback: Feedback = { ...given, entered: now, by: actor.person }
    return {
      events: [{ type: 'FedBack', feedback }],
      follow:
        given.to === 'customer'
          ? complaint.merged.map((other) =>
              ask('complaint.shareFeedback', other, { feedback: { ...feedback, sharedFrom: complaint.number } }),
            )
          : [],
    }
  },
}
/** The customer of a merged case keeps getting feedback. C-6 */
export const shareFeedback: AskedOfComplaint<{ readonly feedback: Feedback }> = {
  from: ['merged'],
  by: 'asked',
  decide: (_, { feedback }) => ({ events: [{ type: 'FedBack', feedback }] }),
}

/** A notice is about this case; refused where the case is over or lies in another project. N-1 */
export const takeNotice: AskedOfComplaint<{ readonly notice: Id<'notice'>; readonly project: string }> = {
  from: ['accepted', 'inProgress', 'suspended', 'reopened'],
  by: 'asked',
  refuses: ['OtherProject'],
  decide: (complaint, { notice, project }, { now }) =>
    complaint.project === project ? { events: [{ type: 'NoticeTaken', notice, at: now }] } : refuse('OtherProject'),
}
/** Progress that must reach the customer. C-7 */
export const reachMilestone: AskedOfComplaint<{ readonly milestone: (typeof milestones)[number] }> = {
  from: ['registered', 'accepted', 'inProgress', 'suspended', 'resolved', 'reopened', 'closed', 'rejected', 'merged'],
  by: 'asked',
  decide: (_, { milestone }, { now }) => ({ events: [{ type: 'MilestoneReached', milestone, at: now }] }),
}

const suspendInput = { reason: longText(1000), waitsFor: choice('WaitsFor', ['owner', 'thirdParty', 'weather', 'other']) }
/** 挂起: the clocks stand still, with the reason. C-4, T-2 */
export const suspend: OnComplaint<typeof suspendInput> = {
  input: suspendInput,
  from: ['accepted', 'inProgress', 'reopened'],
  to: ['suspended'],
  by,
  many: { undo: ({ id }) => ask('complaint.resume', id, {}) },
  decide: (_, { reason, waitsFor }, { actor, now }) => ({ events: [{ type: 'Suspended', reason, waitsFor, by: actor.person, at: now }] }),
}
/** 恢复 */
export const resume: OnComplaint = {
  input: {},
  from: ['suspended'],
  to: ['accepted', 'inProgress', 'reopened'],
  by,
  many: {},
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'Resumed', by: actor.person, at: now }] }),
}

const resolveInput = { resolution: longText(4000) }
/** 办结: not while a notice or an emergency repair about it is open. Opens the return visit. C-5, R-1 */
export const resolve: OnComplaint<typeof resolveInput, 'notice.openFor' | 'emergencyRepair.openFor'> = {
  input: resolveInput,
  from: ['accepted', 'inProgress', 'reopened'],
  to: ['resolved'],
  by,
  refuses: ['StillOpen', 'Incomplete'],
  needs: { 'notice.openFor': (complaint) => complaint.id, 'emergencyRepair.openFor': (complaint) => complaint.id },
  blocked(complaint, _, facts) {
    const notice = facts['notice.openFor'][0]
    if (notice !== undefined) return refuse('StillOpen', { what: 'notice', number: notice })
    const repair = facts['emergencyRepair.openFor'][0]
    if (repair !== undefined) return refuse('StillOpen', { what: 'emergencyRepair', number: repair })
    // C-13: nothing can be resolved for nobody knows whom before the customer was spoken to or is known to be unknown
    return complaint.contactedAt === undefined && complaint.customer !== undefined
      ? refuse('Incomplete', { what: 'firstContact' })
      : undefined
  },
  decide(complaint, { resolution }, { actor, now, rules, fresh }) {
    const visit = fresh('visit') as Id<'visit'>
    return {
      events: [{ type: 'Resolved', resolution, onTime: now <= resolveClock(complaint, rules).due, visit, by: actor.person, at: now }],
      follow: [
        ask('visit.open', visit, {
          complaint: complaint.id,
          complaintNumber: complaint.number,
          project: complaint.project,
          title: complaint.title,
          representative: complaint.representative ?? actor.person,
          resolvedBy: actor.person,
          ...(complaint.unit ? { unit: complaint.unit } : {}),
          ...(complaint.customer ? { customer: complaint.customer } : {}),
        }),
      ],
    }
  },
}

/** The manager knows of a major, group or litigated case. C-3 */
export const takeNote: OnComplaint = {
  input: {},
  from: living,
  by: { task: 'complaint.takeNote' },
  decide: (_, __, { actor, now }) => ({ events: [{ type: 'ManagerNoted', by: actor.person, at: now }] }),
}

const identifyInput = { customer: optional(ref('customer')), unit: optional(ref('unit')), place: optional(text(200)) }
/** What was not known at registration is filled in. C-13 */
export const identify: OnComplaint<typeof identifyInput, 'unit.home'> = {
  input: identifyInput,
  from: [...living, 'resolved'],
  by,
  refuses: ['Incomplete', 'OtherProject', 'AlreadyRecorded'],
  needs: { 'unit.home': (_, input) => input?.unit },
  decide(complaint, given, { actor, now }, facts) {
    if (Object.keys(given).length === 0) return refuse('Incomplete', { what: 'customer' })
    if (given.customer && complaint.customer) return refuse('AlreadyRecorded', { what: 'customer' })
    if (given.unit && complaint.unit) return refuse('AlreadyRecorded', { what: 'unit' })
    const home = facts['unit.home']
    if (given.unit && home?.project !== complaint.project) return refuse('OtherProject')
    return { events: [{ type: 'Identified', ...given, ...(home ? { building: home.building } : {}), by: actor.person, at: now }] }
  },
}
