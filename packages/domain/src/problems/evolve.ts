import type { Problem, ProblemEvent } from './problem.ts'

const together = <T>(some: readonly T[], more: readonly T[]): readonly T[] => [...new Set([...some, ...more])]
const without = <T>(some: readonly T[], gone: readonly T[]) => some.filter((one) => !gone.includes(one))

export const evolve = (was: Problem | undefined, event: ProblemEvent): Problem => {
  if (event.type === 'Proposed' || event.type === 'Opened') {
    const { type, at, ...rest } = event
    const begun = { excluded: [], said: [], openedAt: at, grewAt: at, edition: 1 } as const
    if (event.type === 'Proposed') return { ...rest, ...begun, evidence: event.evidence, followers: [], state: 'proposed' }
    const { by, ...opened } = rest as Omit<typeof event, 'type' | 'at'>
    return { ...opened, ...begun, evidence: [], followers: [by], state: type === 'Opened' ? 'confirmed' : 'proposed', confirmedAt: at }
  }
  const before = was as Problem
  const problem = { ...before, edition: before.edition + 1 }
  switch (event.type) {
    case 'Confirmed':
      return {
        ...problem,
        state: 'confirmed',
        name: event.name,
        confirmedAt: event.at,
        // whoever confirms it wants to know how it goes on
        followers: together(problem.followers, [event.by]),
      }
    case 'Renamed':
      return { ...problem, name: event.name }
    case 'Dismissed':
      return { ...problem, state: 'dismissed', dismissedBecause: event.reason }
    case 'Followed':
      return { ...before, followers: together(before.followers, [event.by]) }
    case 'Unfollowed':
      return { ...before, followers: without(before.followers, [event.by]) }
    case 'MembersAdded':
      return {
        ...problem,
        members: together(problem.members, event.complaints),
        excluded: without(problem.excluded, event.complaints),
        projects: together(problem.projects, event.projects),
      }
    case 'Collected':
      return {
        ...problem,
        members: together(problem.members, event.complaints),
        projects: together(problem.projects, event.projects),
        evidence: event.evidence.length ? event.evidence : problem.evidence,
        grewAt: event.complaints.length ? event.at : problem.grewAt,
      }
    case 'MembersRemoved':
      return {
        ...problem,
        members: without(problem.members, event.complaints),
        excluded: together(problem.excluded, event.complaints),
      }
    case 'SplitOff':
      // what went into another problem is not collected here again
      return { ...problem, members: without(problem.members, event.complaints), excluded: together(problem.excluded, event.complaints) }
    case 'Merged':
      return { ...problem, state: 'merged', mergedInto: event.into }
    case 'Absorbed':
      return { ...problem, members: together(problem.members, event.members), projects: together(problem.projects, event.projects) }
    case 'DepartmentSaid':
      return { ...problem, said: [...problem.said, event.said] }
    case 'Closed':
      return { ...problem, state: 'closed', outcome: event.outcome, outcomeNote: event.note }
    case 'Reopened': {
      const { outcome: _, outcomeNote: __, dismissedBecause: ___, ...open } = problem
      return { ...open, state: before.confirmedAt === undefined ? 'proposed' : 'confirmed' }
    }
  }
}
