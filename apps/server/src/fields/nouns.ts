import { kindOf, nouns, stages } from '@lintel/domain'
import {
  choice,
  choices,
  count,
  numbers,
  date,
  fields,
  flag,
  moment,
  money,
  number,
  person,
  ref,
  refs,
  text,
  type Registry,
} from './registry.ts'
import { words } from './words.ts'

const newest = (by: string) => ({ by, descending: true })
const soonest = (by: string) => ({ by, descending: false })
const personal = 'customer.personal'

export const complaintFields = fields('complaint', 'complaint', soonest('dueAt'), {
  number: number(),
  title: text(),
  state: choice('ComplaintState', nouns.complaint.states),
  severity: choice('Severity', words.severity),
  kind: choice('ComplaintKind', words.complaintKind),
  channel: choice('Channel', words.channel),
  category: ref('category', { sql: 't.category_id' }),
  element: choice('Element', words.element),
  trade: choice('Trade', words.trade),
  project: ref('project'),
  building: ref('building'),
  unit: ref('unit'),
  customer: ref('customer', { permission: personal }),
  representative: person(),
  registeredBy: person({ column: false }),
  dueAt: moment({ sort: true }),
  registeredAt: moment({ sort: true }),
  acceptedAt: moment({ column: false }),
  contactedAt: moment({ column: false }),
  resolvedAt: moment(),
  closedAt: moment({ column: false }),
  onTime: flag(),
  reopenedTimes: count({ sort: true }),
  satisfaction: choice('Satisfaction', words.satisfaction),
  wording: text({ column: false }),
})

export const noticeFields = fields('notice', 'notice', soonest('dueAt'), {
  number: number(),
  state: choice('NoticeState', nouns.notice.states, { column: false }),
  stage: choice('NoticeStage', stages),
  contractor: ref('contractor'),
  project: ref('project'),
  representative: person(),
  dueAt: moment({ sort: true }),
  deadline: moment({ sort: true }),
  draftedAt: moment({ sort: true }),
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
  open: money({ sql: 't.open_fen', sort: true }),
  severity: choice('FineSeverity', words.fineSeverity),
  grounds: numbers(kindOf('fine').grounds, { sql: 't.grounds' }),
  project: ref('project'),
  notice: ref('notice'),
  representative: person(),
  coordinator: person({ column: false }),
  draftedAt: moment({ sort: true }),
  since: moment({ sort: true, column: false }),
  signedAt: moment({ column: false }),
  approvedAt: moment({ column: false }),
  issuedAt: moment(),
  appealedAt: moment({ column: false }),
  appealEnd: choice('AppealEnd', words.appealEnd, { column: false }),
})

export const emergencyRepairFields = fields('emergencyRepair', 'emergency_repair', newest('startedAt'), {
  number: number(),
  state: choice('EmergencyRepairState', nouns.emergencyRepair.states),
  startedBy: choice('StartedBy', words.startedBy),
  contractor: ref('contractor'),
  team: ref('contractor'),
  project: ref('project'),
  notice: ref('notice'),
  representative: person(),
  budget: money(),
  spent: money({ sort: true }),
  audited: money(),
  charge: money(),
  startedAt: moment({ sort: true }),
  since: moment({ sort: true, column: false }),
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
  attempts: count({ sort: true }),
  odd: choices('VisitOddity', words.visitOddity),
  dueAt: moment({ sort: true }),
  openedAt: moment({ sort: true }),
  visitedAt: moment(),
})

export const departmentRequestFields = fields('departmentRequest', 'department_request', soonest('dueAt'), {
  number: number(),
  title: text(),
  state: choice('DepartmentRequestState', nouns.departmentRequest.states),
  department: ref('department'),
  asker: person(),
  complaint: ref('complaint', { column: false }),
  project: ref('project'),
  dueAt: moment({ sort: true }),
  askedAt: moment({ sort: true }),
  answeredAt: moment(),
  lateAnswers: count({ sort: true }),
  rounds: count({ sort: true, column: false }),
})
export const surveyFields = fields('survey', 'survey', newest('plannedAt'), {
  number: number(),
  title: text(),
  state: choice('SurveyState', nouns.survey.states),
  complaint: ref('complaint', { column: false }),
  unit: ref('unit'),
  project: ref('project'),
  representative: person(),
  responsible: ref('contractor'),
  plannedAt: moment({ sort: true }),
  heldAt: moment(),
  unsigned: count({ sort: true }),
})

export const contractorFields = fields('contractor', 'contractor', soonest('name'), {
  name: text({ sort: true, pinned: 'left' }),
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
  amount: money({ sort: true }),
  retention: money({ sort: true }),
  warrantyEnd: date(),
})
export const projectFields = fields('project', 'project', soonest('name'), {
  name: text({ sort: true, pinned: 'left' }),
  nameEn: text(),
  city: text({ sort: true }),
  code: text({ sort: true }),
  state: choice('ProjectState', nouns.project.states),
})
export const buildingFields = fields('building', 'building', soonest('name'), {
  name: text({ sort: true, pinned: 'left' }),
  phase: text({ sort: true }),
  project: ref('project'),
  deliveryDate: date(),
  state: choice('BuildingState', nouns.building.states),
})
export const unitFields = fields('unit', 'unit', soonest('number'), {
  number: number(),
  project: ref('project'),
  building: ref('building'),
  floor: count({ sort: true }),
  houseType: text({ sort: true }),
  handedOverOn: date(),
  state: choice('UnitState', nouns.unit.states),
})
// in the order of their last change: who may not read the names may not sort by them either
export const customerFields = fields('customer', 'customer', newest('changedAt'), {
  name: text({ sort: true, pinned: 'left', permission: personal }),
  phone: text({ permission: personal }),
  address: text({ permission: personal, column: false }),
  units: refs('unit', { sql: 't.unit_ids' }),
  projects: refs('project', { sql: 't.project_ids' }),
  changedAt: moment({ sort: true }),
  state: choice('CustomerState', nouns.customer.states),
})
export const personFields = fields('person', 'person', soonest('name'), {
  name: text({ sort: true, pinned: 'left' }),
  email: text({ sort: true }),
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
  contractorFields,
  contractFields,
  projectFields,
  buildingFields,
  unitFields,
  customerFields,
  personFields,
]
