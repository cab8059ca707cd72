import type { Complaint, ComplaintEvent } from './complaint.ts'

export const evolve = (was: Complaint | undefined, event: ComplaintEvent): Complaint => {
  if (event.type === 'Registered') {
    const { type: _, by, at, answer, ...rest } = event
    const opened = { ...rest, ...blank, registeredAt: at, registeredBy: by }
    // C-8: answered on the spot, closed at registration, counted all the same
    return answer === undefined
      ? { ...opened, state: 'registered' }
      : {
          ...opened,
          state: 'closed',
          resolution: answer,
          resolvedAt: at,
          resolvedBy: by,
          closedAt: at,
          onTime: true,
          closedWithout: 'answeredOnTheSpot',
        }
  }
  if (event.type === 'Imported') {
    const { type: _, by, at, source, sourceId, reply, ...rest } = event
    const opened = { ...rest, ...blank, evidence: [], registeredBy: by, history: { source, sourceId }, historyKey: `${source}/${sourceId}` }
    if (!reply) return { ...opened, state: 'registered' }
    return {
      ...opened,
      state: 'closed',
      feedback: [{ to: 'customer', method: 'letter', content: reply.content, at: reply.at, entered: at, by }],
      contactedAt: reply.at,
      resolution: reply.content,
      resolvedAt: reply.at,
      closedAt: reply.at,
      closedWithout: 'history',
    }
  }
  const before = was as Complaint
  const complaint = { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Assigned':
      return { ...complaint, representative: event.to }
    case 'Accepted':
      return {
        ...complaint,
        state: 'accepted',
        acceptedAt: event.at,
        representative: complaint.representative ?? event.by,
        owedFeedback: [...complaint.owedFeedback, { milestone: 'accepted', since: event.at }],
      }
    case 'ManagerNoted':
      return { ...complaint, notedByManager: true }
    case 'EvidenceAdded':
      return { ...complaint, evidence: [...complaint.evidence, ...event.evidence] }
    case 'FedBack': {
      const told = { ...complaint, feedback: [...complaint.feedback, event.feedback] }
      if (event.feedback.to !== 'customer') return told
      const began = complaint.state === 'accepted' || complaint.state === 'reopened'
      return {
        ...told,
        state: began ? 'inProgress' : complaint.state,
        contactedAt: complaint.contactedAt ?? event.feedback.at,
        owedFeedback: complaint.owedFeedback.filter(({ since }) => since > event.feedback.at),
      }
    }
    case 'MilestoneReached':
      return { ...complaint, owedFeedback: [...complaint.owedFeedback, { milestone: event.milestone, since: event.at }] }
    case 'SurveyTaken':
      return { ...complaint, surveys: [...(complaint.surveys ?? []), event.survey] }
    case 'SurveyWaived':
      return { ...complaint, surveyWaived: event.reason }
    case 'NoticeTaken':
      return complaint
    case 'Suspended':
      return {
        ...complaint,
        state: 'suspended',
        suspendedFrom: complaint.state as 'accepted' | 'inProgress' | 'reopened',
        pauses: [...complaint.pauses, { from: event.at, reason: event.reason }],
      }
    case 'Resumed': {
      const { suspendedFrom, ...open } = complaint
      return {
        ...open,
        state: suspendedFrom ?? 'inProgress',
        pauses: complaint.pauses.map((pause) => (pause.until === undefined ? { ...pause, until: event.at } : pause)),
      }
    }
    case 'Resolved':
      return {
        ...complaint,
        state: 'resolved',
        resolution: event.resolution,
        resolvedAt: event.at,
        resolvedBy: event.by,
        onTime: event.onTime,
        visit: event.visit,
        owedFeedback: [...complaint.owedFeedback, { milestone: 'result', since: event.at }],
      }
    case 'Reopened': {
      const { resolvedAt: _, closedAt: __, onTime: ___, closedWithout: ____, satisfaction: _____, ...open } = complaint
      return { ...open, state: 'reopened', reopenedTimes: complaint.reopenedTimes + 1, reopenedAt: event.at }
    }
    case 'Closed':
      return {
        ...complaint,
        state: 'closed',
        closedAt: event.at,
        ...(event.satisfaction === undefined ? {} : { satisfaction: event.satisfaction }),
        ...(event.without === undefined ? {} : { closedWithout: event.without }),
      }
    case 'Rejected':
      return { ...complaint, state: 'rejected', rejectedReason: event.reason, closedAt: event.at }
    case 'Merged':
      return { ...complaint, state: 'merged', mergedInto: event.into, closedAt: event.at }
    case 'Absorbed':
      return { ...complaint, merged: [...complaint.merged, event.other] }
    case 'Identified': {
      const { type: _, by: __, at: ___, ...known } = event
      return { ...complaint, ...known }
    }
    case 'Corrected':
      return { ...complaint, ...event.changes }
  }
}

const blank = { feedback: [], owedFeedback: [], pauses: [], reopenedTimes: 0, merged: [], notedByManager: false, edition: 1 } as const
