import { kindOf, nouns, stages, type NounName } from '@lintel/domain'
import {
  choice,
  choices,
  count,
  numbers,
  date,
  due,
  fields,
  flag,
  moment,
  money,
  number,
  person,
  ref,
  refs,
  text,
  type Edit,
  type Registry,
} from './registry.ts'
import { UnusableArgument } from './usable.ts'
import { words } from './words.ts'

const newest = (by: string) => ({ by, descending: true })
const soonest = (by: string) => ({ by, descending: false })
const personal = 'customer.personal'
// what figures count by and lists do not show: it can be filtered by, so that a figure opens the records behind it. Y-5
const counted = { column: false, sort: false, group: false, export: false, total: false }
const monthsBetween = (handedOver: string, at: string) =>
  `nullif(trend_age_of(${handedOver}, (${at} at time zone 'Asia/Shanghai')::date), -1)`
const latestContractor = (complaint: string) =>
  `(select n.contractor_id from notice_complaint l join notice n on n.id = l.notice_id where l.complaint_id = ${complaint} and n.state <> 'withdrawn' order by n.drafted_at desc, n.id desc limit 1)`
/** What the case says of which something else is. */
const fieldsOfCase = (which: string) => {
  const says = (what: string) =>
    `(select ${what} from complaint c left join category g on g.id = c.category_id left join unit u on u.id = c.unit_id where c.id = ${which})`
  return {
    building: ref('building', { sql: says('c.building_id'), ...counted }),
    topCategory: ref('category', { sql: says('coalesce(g.above_ids[1], c.category_id)'), ...counted }),
    category: ref('category', { sql: says('c.category_id'), ...counted }),
    element: choice('Element', words.element, { sql: says('c.element'), ...counted }),
    trade: choice('Trade', words.trade, { sql: says('c.trade'), ...counted }),
    channel: choice('Channel', words.channel, { sql: says('c.channel'), ...counted }),
    kind: choice('ComplaintKind', words.complaintKind, { sql: says('c.kind'), ...counted }),
    caseSeverity: choice('Severity', words.severity, { sql: says('c.severity'), ...counted }),
    houseType: text({ sql: says('u.house_type'), ...counted }),
    age: count({ sql: says(monthsBetween('u.handed_over_on', 'c.registered_at')), ...counted }),
  }
}
/** A fine and a repair are counted by the first case of their notice. */
const caseFields = fieldsOfCase('(select n.complaint_ids[1] from notice n where n.id = t.notice_id)')
/** 更正 asks for the reason as well. P-4 */
const correcting = (input: string): Edit => ({ decision: 'complaint.correct', input })

export const complaintFields = fields('complaint', 'complaint', soonest('dueAt'), {
  number: number(),
  title: text({ edit: correcting('title') }),
  state: choice('ComplaintState', nouns.complaint.states),
  severity: choice('Severity', words.severity, { edit: correcting('severity') }),
  kind: choice('ComplaintKind', words.complaintKind, { edit: correcting('kind') }),
  channel: choice('Channel', words.channel),
  category: ref('category', { edit: correcting('category') }),
  element: choice('Element', words.element, { edit: correcting('element') }),
  trade: choice('Trade', words.trade, { edit: correcting('trade') }),
  project: ref('project'),
  building: ref('building'),
  // C-13: a place without a unit
  unit: ref('unit', { otherwise: 'coalesce(t.place, (select b.name from building b where b.id = t.building_id))' }),
  customer: ref('customer', { permission: personal }),
  representative: person({ edit: { decision: 'complaint.assign', input: 'to' } }),
  registeredBy: person({ column: false }),
  dueAt: due(),
  registeredAt: moment({ filled: true }),
  acceptedAt: moment({ column: false }),
  contactedAt: moment({ column: false }),
  resolvedAt: moment(),
  closedAt: moment({ column: false }),
  onTime: flag(),
  reopenedTimes: count({ filled: true }),
  satisfaction: choice('Satisfaction', words.satisfaction),
  wording: text({ column: false }),
  // Y-5
  problems: refs('problem', {
    sql: 'array(select p.problem_id from problem_complaint p where p.complaint_id = t.id)',
    referring: 'select p.complaint_id from problem_complaint p where p.problem_id = any($of)',
    column: false,
    permission: 'problem.read',
  }),
  topCategory: ref('category', { sql: '(select coalesce(g.above_ids[1], g.id) from category g where g.id = t.category_id)', ...counted }),
  contractor: ref('contractor', { sql: latestContractor('t.id'), ...counted }),
  houseType: text({ sql: '(select u.house_type from unit u where u.id = t.unit_id)', ...counted }),
  age: count({ sql: `(select ${monthsBetween('u.handed_over_on', 't.registered_at')} from unit u where u.id = t.unit_id)`, ...counted }),
  alerts: refs('groupAlert', {
    sql: 'array(select a.alert_id from group_alert_complaint a where a.complaint_id = t.id)',
    referring: 'select a.complaint_id from group_alert_complaint a where a.alert_id = any($of)',
    column: false,
    permission: 'groupAlert.read',
  }),
})

export const noticeFields = fields('notice', 'notice', soonest('dueAt'), {
  number: number(),
  state: choice('NoticeState', nouns.notice.states, { column: false }),
  stage: choice('NoticeStage', stages),
  contractor: ref('contractor'),
  project: ref('project'),
  representative: person({ edit: { decision: 'notice.handOver', input: 'to' } }),
  dueAt: due(),
  deadline: moment({ filled: true }),
  draftedAt: moment({ filled: true }),
  clockStart: moment(),
  onSiteBy: moment({ column: false }),
  onSiteAt: moment({ column: false }),
  completedAt: moment({ column: false }),
  endedAt: moment({ column: false }),
  excusePending: flag(),
  grounds: numbers([1, 2, 3, 4, 5], {
    sql: 'array(select g.ground from notice_ground g where g.notice_id = t.id and not g.pending and g.since <= now())',
    column: false,
  }),
  complaints: refs('complaint', { sql: 't.complaint_ids', column: false }),
  units: refs('unit', { sql: 't.unit_ids', column: false }),
})

export const fineFields = fields('fine', 'fine', newest('draftedAt'), {
  number: number(),
  state: choice('FineState', nouns.fine.states),
  contractor: ref('contractor'),
  amount: money({ sql: 't.amount_fen' }),
  open: money({ sql: 't.open_fen', filled: true }),
  severity: choice('FineSeverity', words.fineSeverity),
  grounds: numbers(kindOf('fine').grounds, { sql: 't.grounds' }),
  project: ref('project'),
  notice: ref('notice'),
  representative: person(),
  coordinator: person({ column: false }),
  draftedAt: moment({ filled: true }),
  since: moment({ filled: true, column: false }),
  signedAt: moment({ column: false }),
  approvedAt: moment({ column: false }),
  issuedAt: moment(),
  appealedAt: moment({ column: false }),
  appealEnd: choice('AppealEnd', words.appealEnd, { column: false }),
  ...caseFields,
})

export const emergencyRepairFields = fields('emergencyRepair', 'emergency_repair', newest('startedAt'), {
  number: number(),
  state: choice('EmergencyRepairState', nouns.emergencyRepair.states),
  startedBy: choice('StartedBy', words.startedBy),
  contractor: ref('contractor'),
  team: ref('contractor', { edit: { decision: 'emergencyRepair.assign', input: 'team' } }),
  project: ref('project'),
  notice: ref('notice'),
  representative: person(),
  budget: money(),
  spent: money({ filled: true }),
  audited: money(),
  charge: money(),
  startedAt: moment({ filled: true }),
  since: moment({ filled: true, column: false }),
  ...caseFields,
})

export const visitFields = fields('visit', 'visit', soonest('dueAt'), {
  state: choice('VisitState', nouns.visit.states),
  complaint: ref('complaint'),
  project: ref('project'),
  unit: ref('unit'),
  representative: person(),
  visitor: person(),
  level: choice('Satisfaction', words.satisfaction),
  method: choice('VisitMethod', words.visitMethod, { column: false }),
  attempts: count({ filled: true }),
  odd: choices('VisitOddity', words.visitOddity),
  dueAt: due(),
  openedAt: moment({ filled: true }),
  visitedAt: moment(),
  contractor: ref('contractor', { sql: latestContractor('t.complaint_id'), ...counted }),
  ...fieldsOfCase('t.complaint_id'),
})

export const departmentRequestFields = fields('departmentRequest', 'department_request', soonest('dueAt'), {
  number: number(),
  title: text(),
  state: choice('DepartmentRequestState', nouns.departmentRequest.states),
  department: ref('department'),
  asker: person({ edit: { decision: 'departmentRequest.handOver', input: 'to' } }),
  complaint: ref('complaint', { column: false }),
  project: ref('project'),
  dueAt: due({ edit: { decision: 'departmentRequest.extend', input: 'dueAt' } }),
  askedAt: moment({ filled: true }),
  answeredAt: moment(),
  lateAnswers: count({ filled: true }),
  rounds: count({ filled: true, column: false }),
})
export const surveyFields = fields('survey', 'survey', newest('plannedAt'), {
  number: number(),
  title: text(),
  state: choice('SurveyState', nouns.survey.states),
  complaint: ref('complaint', { column: false }),
  unit: ref('unit'),
  project: ref('project'),
  representative: person({ edit: { decision: 'survey.handOver', input: 'to' } }),
  responsible: ref('contractor'),
  plannedAt: moment({ filled: true }),
  heldAt: moment(),
  unsigned: count({ filled: true }),
})

export const problemFields = fields('problem', 'problem', newest('openedAt'), {
  number: number(),
  name: text({ edit: { decision: 'problem.rename', input: 'name' } }),
  state: choice('ProblemState', nouns.problem.states),
  element: choice('Element', words.element),
  category: ref('category'),
  scope: choice('ProblemScope', words.problemScope),
  projects: refs('project', { sql: 't.project_ids' }),
  members: count({ filled: true }),
  openedAt: moment({ filled: true }),
  grewAt: moment({ filled: true }),
  outcome: choice('ProblemOutcome', words.problemOutcome, { column: false }),
})

export const groupAlertFields = fields('groupAlert', 'group_alert', newest('raisedAt'), {
  number: number(),
  title: text(),
  state: choice('GroupAlertState', nouns.groupAlert.states),
  building: ref('building'),
  project: ref('project'),
  element: choice('Element', words.element),
  units: count({ filled: true }),
  cases: count({ filled: true }),
  raisedAt: moment({ filled: true }),
  extendedAt: moment(),
})

export const suggestionTableFields = fields('suggestionTable', 'suggestion_table', newest('openedAt'), {
  number: number(),
  month: text({ sort: true, filled: true }),
  state: choice('SuggestionTableState', nouns.suggestionTable.states),
  lines: count({ filled: true }),
  answers: count({ filled: true }),
  lateAnswers: count({ filled: true }),
  dueAt: due(),
  openedAt: moment({ filled: true }),
  sentAt: moment(),
})

export const contractorFields = fields('contractor', 'contractor', soonest('name'), {
  name: text({ sort: true, filled: true, pinned: 'left' }),
  state: choice('ContractorState', nouns.contractor.states),
  kind: choice('PartyKind', words.partyKind),
  contact: text(),
  phone: text(),
  vetoed: flag(),
  vetoedUntil: date(),
})
export const contractFields = fields('contract', 'contract', soonest('number'), {
  number: number(),
  state: choice('ContractState', nouns.contract.states),
  contractor: ref('contractor'),
  project: ref('project'),
  trade: choice('Trade', words.trade),
  amount: money({ filled: true }),
  retention: money({ filled: true }),
  warrantyEnd: date(),
})
export const projectFields = fields('project', 'project', soonest('name'), {
  name: text({ sort: true, filled: true, pinned: 'left' }),
  nameEn: text(),
  city: text({ sort: true, filled: true }),
  code: text({ sort: true, filled: true }),
  state: choice('ProjectState', nouns.project.states),
})
export const buildingFields = fields('building', 'building', soonest('name'), {
  name: text({ sort: true, filled: true, pinned: 'left' }),
  phase: text({ sort: true, filled: true }),
  project: ref('project'),
  deliveryDate: date(),
  state: choice('BuildingState', nouns.building.states),
})
export const unitFields = fields('unit', 'unit', soonest('number'), {
  number: number(),
  project: ref('project'),
  building: ref('building'),
  floor: count({ filled: true, total: false }),
  houseType: text({ sort: true, filled: true }),
  handedOverOn: date(),
  state: choice('UnitState', nouns.unit.states),
})
// in the order of their last change: who may not read the names may not sort by them either
export const customerFields = fields('customer', 'customer', newest('changedAt'), {
  name: text({ sort: true, filled: true, pinned: 'left', permission: personal }),
  phone: text({ permission: personal }),
  address: text({ permission: personal, column: false }),
  units: refs('unit', { sql: 't.unit_ids' }),
  projects: refs('project', { sql: 't.project_ids' }),
  changedAt: moment({ filled: true }),
  state: choice('CustomerState', nouns.customer.states),
})
export const personFields = fields('person', 'person', soonest('name'), {
  name: text({ sort: true, filled: true, pinned: 'left' }),
  email: text({ sort: true, filled: true }),
  positions: choices('', [], { sql: 't.position_keys', filter: false }),
  department: ref('department'),
  onDuty: flag(),
  state: choice('PersonState', nouns.person.states),
})

export const registries: readonly Registry[] = [
  complaintFields,
  noticeFields,
  fineFields,
  emergencyRepairFields,
  visitFields,
  departmentRequestFields,
  surveyFields,
  problemFields,
  groupAlertFields,
  suggestionTableFields,
  contractorFields,
  contractFields,
  projectFields,
  buildingFields,
  unitFields,
  customerFields,
  personFields,
]

/** The fields of a noun that is a list. */
export const registryOf = (noun: NounName): Registry => {
  const registry = registries.find((one) => one.noun === noun)
  if (!registry) throw new UnusableArgument(noun, 'notUsable')
  return registry
}
