import type { Fact, Noun, Tally } from '../kernel/decision.ts'
import { keepingFiles } from '../kernel/file.ts'
import type { PersonId, ProjectId } from '../kernel/values.ts'
import { addEvidence } from './add-evidence.ts'
import { living, states, type Complaint, type ComplaintEvent, type ComplaintId } from './complaint.ts'
import { absorb, closedByVisit, correct, merge, reject, reopen, reopenedByVisit } from './end.ts'
import { evolve } from './evolve.ts'
import {
  accept,
  assign,
  identify,
  reachMilestone,
  recordFeedback,
  resolve,
  resume,
  shareFeedback,
  suspend,
  takeNote,
  takeNotice,
} from './handle.ts'
import { joinGroup } from './group.ts'
import { importHistory, register } from './register.ts'
import { takeSurvey, waiveSurvey } from './survey.ts'
import { replays } from './replay.ts'
import { tasks } from './tasks.ts'

/** Open cases by representative. C-14 */
const load: Tally<Complaint, ProjectId, ReadonlyMap<string, number>> = {
  find: (project) => ({ project, state: living }),
  tally: 'representative',
  read: (counts) => counts,
}
/** What somebody is in charge of. P-5 */
const openOf: Fact<Complaint, PersonId, readonly ComplaintId[]> = {
  find: (person) => ({ representative: person, state: living }),
  read: (found) => found.filter(({ history }) => !history).map(({ id }) => id),
}
/** What cases are about. B-1 */
const categoriesOf: Fact<Complaint, readonly ComplaintId[], readonly Complaint['category'][]> = {
  find: (complaints) => ({ id: complaints }),
  loose: true,
  read: (found) => found.map(({ category }) => category),
}
type Case = Pick<Complaint, 'project' | 'number' | 'title' | 'state' | 'unit' | 'representative'> & { readonly living: boolean }
/** What another record about a case takes from it. C-9, C-12 */
const caseOf: Fact<Complaint, ComplaintId, Case | undefined> = {
  find: (id) => ({ id }),
  read: ([found]) => {
    if (!found) return undefined
    const { project, number, title, state, unit, representative } = found
    return {
      project,
      number,
      title,
      state,
      living: living.some((one) => one === state) && !found.history,
      ...(unit === undefined ? {} : { unit }),
      ...(representative === undefined ? {} : { representative }),
    }
  },
}
type Standing = Pick<Complaint, 'severity'> & { readonly correctable: boolean }
/** How serious each is, and whether that can still be corrected. C-3 */
const standingOf: Fact<Complaint, readonly ComplaintId[], ReadonlyMap<ComplaintId, Standing>> = {
  find: (complaints) => ({ id: complaints }),
  read: (found) =>
    new Map(found.map(({ id, severity, state }) => [id, { severity, correctable: joinGroup.from.some((one) => one === state) }])),
}
/** In which project each lies. Y-2 */
const placesOf: Fact<Complaint, readonly ComplaintId[], ReadonlyMap<ComplaintId, ProjectId>> = {
  find: (complaints) => ({ id: complaints }),
  loose: true,
  read: (found) => new Map(found.map(({ id, project }) => [id, project])),
}
/** The number under which a record of another system was imported already. X-5 */
const imported: Fact<Complaint, string, string | undefined> = {
  find: (key) => ({ historyKey: key }),
  read: ([found]) => found?.number,
}

export const complaint = {
  evolve: keepingFiles(evolve),
  tasks,
  states,
  ends: ['closed', 'rejected', 'merged'] as const,
  waitsOn: (record: Complaint) => (record.state === 'resolved' && record.visit ? { noun: 'visit', id: record.visit } : undefined),
  revision: (record: Complaint) => record.edition,
  facts: { load, imported, caseOf, openOf, categoriesOf, placesOf, standingOf },
  replays,
  decisions: {
    register,
    importHistory,
    accept,
    assign,
    addEvidence,
    recordFeedback,
    shareFeedback,
    takeNotice,
    takeSurvey,
    waiveSurvey,
    reachMilestone,
    suspend,
    resume,
    resolve,
    takeNote,
    identify,
    reject,
    merge,
    absorb,
    reopen,
    reopenedByVisit,
    closedByVisit,
    correct,
    joinGroup,
  },
}
complaint satisfies Noun<Complaint, ComplaintEvent>
