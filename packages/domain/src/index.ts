/** What the department knows and decides. Pure: calendar, settings, time and actor come in as values. */
export * from './kernel/actor.ts'
export { elements, trades, type Element, type Trade } from './kernel/building-parts.ts'
export * from './kernel/calendar.ts'
export * from './kernel/card.ts'
export * from './kernel/clock.ts'
export * from './kernel/decision.ts'
export { evidenceKinds, type EvidenceKind, type KeptFile } from './kernel/file.ts'
export { escalation } from './kernel/escalation.ts'
export * from './kernel/input.ts'
export * from './kernel/money.ts'
export * from './kernel/names.ts'
export * from './kernel/numbering.ts'
export { writeQuantity } from './kernel/quantity.ts'
export * from './kernel/refusal.ts'
export type { AnyQuestion, Replays } from './kernel/replay.ts'
export * from './kernel/rules.ts'
export * from './kernel/task.ts'
export * from './kernel/telling.ts'
export {
  daysAfter,
  earliest,
  hoursAfter,
  latest,
  minutesAfter,
  type DepartmentId,
  type Id,
  type Moment,
  type PersonId,
  type ProjectId,
} from './kernel/values.ts'
export { nouns, type Nouns } from './nouns.ts'
export { modes } from './approvals/modes.ts'
export {
  limits,
  relations,
  stepsInput,
  type Chain,
  type ChainSeat,
  type ChainStep,
  type ChainVersion,
  type Condition,
} from './approvals/chains/chain.ts'
export { chainProblem } from './approvals/chains/check.ts'
export { stepsFor, type Around } from './approvals/chains/steps.ts'
export { kindOf, requestKindNames, type RequestKind } from './approvals/kinds/kinds.ts'
export type { Case } from './approvals/kinds/kind.ts'
export { maySit, reassignments } from './approvals/eligible.ts'
export { cannotSit } from './approvals/seats.ts'
export { turns } from './approvals/turns.ts'
export { currentStep, openSeats, seatsOf, signatures, type Approval, type Seat, type SeatId, type Signature } from './approvals/approval.ts'
export { acceptClock, contactClock, feedbackClock, resolveClock } from './complaints/clocks.ts'
export { similarity } from './complaints/duplicates.ts'
export type { Complaint } from './complaints/complaint.ts'
export { conductScore, type Score } from './contractors/score.ts'
export type { Contract, Contractor } from './contractors/contractor.ts'
export type { Customer } from './customers/customer.ts'
export { spent, type EmergencyRepair } from './emergency-repairs/emergency-repair.ts'
export {
  compareQuantities,
  givenLines,
  lowestTotal,
  quantitySources,
  totalOf,
  type ComparedLine,
  type QuantityLine,
  type QuantitySource,
} from './emergency-repairs/quantities.ts'
export { appealClock, appealEnds, desks, openSum, toSettle, type Fine, type FineSeverity } from './fines/fine.ts'
export {
  accepted,
  defectPassed,
  grounds,
  groundsAt,
  onSiteClock,
  pendingExcuse,
  slipClock,
  stageOf,
  stages,
  type GroundHeld,
} from './notices/grounds.ts'
export type { Notice } from './notices/notice.ts'
export type { Delegation } from './people/delegation.ts'
export { shippedDepartments, type Department } from './people/department.ts'
export { hatOf, openWorkFacts, type Person } from './people/person.ts'
export type { Position } from './people/position.ts'
export { allPermissions, shippedPositions } from './people/positions.ts'
export type { Category } from './places/category.ts'
export type { Building, Project, Unit } from './places/places.ts'
export { calendarOf, companyHours, rulesOf } from './settings/rules-of.ts'
export { valuesOf, type CompanySettings, type PublishedYear } from './settings/settings.ts'
export { currentRound, latenessOf, type DepartmentRequest } from './department-requests/department-request.ts'
export { clustersOf, type Neighbour } from './group-alerts/clusters.ts'
export { unitsIn, type AlertMember, type GroupAlert } from './group-alerts/group-alert.ts'
export {
  answerKinds,
  lateAnswers,
  unanswered,
  type LineAnswer,
  type SuggestionLine,
  type SuggestionTable,
} from './suggestion-tables/suggestion-table.ts'
export { masked } from './problems/masked.ts'
export { method } from './problems/method.ts'
export type { DepartmentSaid, Evidence as ProblemEvidence, Problem, Scope } from './problems/problem.ts'
export { unsigned, type Survey, type SurveySignature } from './surveys/survey.ts'
export type { Visit } from './visits/visit.ts'
export {
  dimensions,
  discoveries,
  findingKinds,
  testsOf,
  type Cell,
  type Dimension,
  type Finding,
  type Found,
  type Tested,
} from './problems/find.ts'
