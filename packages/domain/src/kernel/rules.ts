import type { Calendar } from './calendar.ts'
import { count, money, type Given } from './input.ts'
import { yuan } from './money.ts'

/** The limits and clocks the company may set; each names the rule it serves. Changing one makes a new version. */
export const settingsShape = {
  /** F-4: the smallest fine; it may be raised above 5,000.00 yuan, never lowered under it. */
  fineFloor: money(),
  /** N-3: hours on the wall clock to be on site and give a plan. */
  onSiteHours: count(1, 72),
  /** N-2: a later entry than this needs a reason and proof. */
  lateEntryMinutes: count(0, 1440),
  /** N-3: working days in which the representative judges an excuse. */
  excuseWorkingDays: count(1, 10),
  /** F-1: working days from completion to the returned slip. */
  slipWorkingDays: count(1, 30),
  /** C-11, in company hours. */
  acceptMinutes: count(5, 1440),
  firstContactMinutes: count(5, 1440),
  feedbackWorkingDays: count(1, 30),
  resolveWorkingDays: count(1, 120),
  /** */
  visitWorkingDays: count(1, 30),
  /** failed attempts, on different days, after which no visit is owed. */
  visitAttempts: count(1, 10),
  /** a visit so soon after the resolution is shown to the manager. */
  visitSoonMinutes: count(0, 1440),
  /** so many visits in a row by one visitor for one representative are shown to the manager. */
  visitSamePair: count(2, 50),
  /** F-14: calendar days after which an unsettled fine is on the manager's list. */
  settleDays: count(1, 365),
  /** F-9: working days from the issue in which the contractor may appeal. */
  appealWorkingDays: count(1, 60),
  /** F-9: working days in which the group's leader decides an appeal. */
  appealDecisionWorkingDays: count(1, 60),
  /** E-1: hours to approve what a danger started. */
  dangerApprovalHours: count(1, 72),
  /** E-5: what the manager may let be spent on one repair. */
  managerRepairLimit: money(),
  /** SEC-11: whoever signs, approves or issues more than this says their password again. */
  confirmAbove: money(),
  /** SEC-11: for so many minutes it is not asked again. */
  confirmMinutes: count(1, 60),
  /** E-3: working days of the cost audit. */
  auditWorkingDays: count(1, 60),
  /** E-4, in thousandths of the audited cost. */
  surchargePermille: count(0, 1000),
  /** the largest file of each kind, in MB of 1,048,576 bytes. */
  photoMegabytes: count(1, 100),
  videoMegabytes: count(1, 2000),
  recordingMegabytes: count(1, 500),
  documentMegabytes: count(1, 200),
  /** C-3: so many homes of a building with the same matter, within so many days, may be a group complaint. */
  groupUnits: count(2, 50),
  groupDays: count(1, 60),
  /** C-9: working days to write down what a survey found, and to have it signed. */
  surveyRecordWorkingDays: count(1, 10),
  surveySignWorkingDays: count(1, 30),
  /** B-11: hours between two urgings. */
  urgeHours: count(1, 72),
  /** B-5: how much of its time has run, in hundredths, when somebody is reminded. */
  remindAtPercent: count(10, 99),
  /** B-5: working days after the due time until the next reminder. */
  remindLateWorkingDays: count(1, 10),
  /** B-5: company minutes after the due time until the superior is told. */
  escalateMinutes: count(0, 2400),
}
export type Settings = Given<typeof settingsShape>

/** What a company began with before more could be set; its record holds these from the start. */
export const settingsAtFirst = {
  fineFloor: yuan('5000'),
  onSiteHours: 4,
  lateEntryMinutes: 30,
  excuseWorkingDays: 1,
  slipWorkingDays: 3,
  acceptMinutes: 30,
  firstContactMinutes: 120,
  feedbackWorkingDays: 3,
  resolveWorkingDays: 15,
  visitWorkingDays: 2,
  visitAttempts: 3,
  visitSoonMinutes: 10,
  visitSamePair: 8,
  settleDays: 60,
  dangerApprovalHours: 24,
  managerRepairLimit: yuan('50000'),
  auditWorkingDays: 10,
  surchargePermille: 0,
  urgeHours: 4,
}
export const defaultSettings: Settings = {
  ...settingsAtFirst,
  photoMegabytes: 30,
  videoMegabytes: 500,
  recordingMegabytes: 100,
  documentMegabytes: 50,
  groupUnits: 3,
  groupDays: 7,
  surveyRecordWorkingDays: 1,
  surveySignWorkingDays: 3,
  appealWorkingDays: 5,
  appealDecisionWorkingDays: 5,
  remindAtPercent: 75,
  remindLateWorkingDays: 1,
  escalateMinutes: 120,
  confirmAbove: yuan('50000'),
  confirmMinutes: 10,
}

/** The company's settings and calendar, as one version: everything a rule may know besides records. */
export type Rules = Settings & { readonly version: number; readonly calendar: Calendar }
