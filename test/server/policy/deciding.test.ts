import { randomUUID } from 'node:crypto'
import type { Input } from '@lintel/domain'
import { declared, mutationOf } from '@lintel/server/schema/names.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anApp, ids, type App } from '../../build/app.ts'
import { departmentOf, idOfPerson, names, type Name } from '../../build/company.ts'
import { globalId } from '@lintel/server/schema/global-id.ts'
import { farRecords, nearRecords, type Records } from './records.ts'

// Written by hand from §1 of the rules: who may take each decision at all. What only the holder of a task may do is
// marked so: nobody has it in these records.
const handlers = 'rep rep2 stranger manager deputy'
const analysing = 'manager deputy analyst'
const desk = 'rep rep2 stranger manager deputy frontDesk'
const everybody = names.filter((name) => name !== 'nobody').join(' ')
const task = 'only the holder of the task:'
const whoMay: Readonly<Record<string, string>> = {
  complaintRegister: desk,
  complaintImportHistory: 'manager admin',
  complaintAccept: handlers,
  complaintAssign: 'manager deputy',
  complaintAddEvidence: desk,
  complaintRecordFeedback: handlers,
  complaintSuspend: handlers,
  complaintResume: handlers,
  complaintResolve: handlers,
  complaintTakeNote: task,
  complaintWaiveSurvey: handlers,
  complaintIdentify: handlers,
  complaintReject: handlers,
  complaintMerge: handlers,
  complaintReopen: 'manager deputy',
  complaintCorrect: handlers,
  noticeDraft: handlers,
  noticeAmend: handlers,
  noticeServe: handlers,
  noticeRecordPhoneCall: handlers,
  noticeRecordReceipt: handlers,
  noticeRecordRefusal: handlers,
  noticeRecordArrival: handlers,
  noticeRecordPlan: handlers,
  noticeRecordStart: handlers,
  noticeRecordCompletion: handlers,
  noticeRecordSlip: handlers,
  noticeFileExcuse: handlers,
  noticeJudgeExcuse: handlers,
  noticeInspect: handlers,
  noticeCorrect: handlers,
  noticeClose: handlers,
  noticeWithdraw: handlers,
  noticeTakeNote: `${task} manager`,
  noticeLetGroundGo: 'rep rep2 stranger deputy',
  noticeHandOver: 'manager deputy',
  fineDraft: 'rep rep2 stranger deputy',
  fineRedraft: task,
  fineSign: 'coordinator',
  fineStop: 'manager',
  fineIssue: 'manager',
  fineAcknowledge: task,
  fineSettle: 'finance',
  fineDraftOnSupervision: 'rep rep2 stranger deputy',
  fineRedraftOnSupervision: task,
  fineAppeal: 'rep rep2 stranger deputy',
  fineWithdrawAppeal: 'rep rep2 stranger deputy',
  fineDecideAppeal: task,
  fineProposeRelief: 'manager',
  fineDropRelief: 'manager',
  emergencyRepairSuggest: handlers,
  emergencyRepairStartAtOnce: handlers,
  emergencyRepairResuggest: task,
  emergencyRepairCarryOn: task,
  emergencyRepairCancel: 'manager',
  emergencyRepairSetBudget: 'manager',
  emergencyRepairAssign: 'manager',
  emergencyRepairBegin: handlers,
  emergencyRepairLog: handlers,
  emergencyRepairComplete: handlers,
  emergencyRepairConfirmQuantities: handlers,
  emergencyRepairAudit: 'cost',
  emergencyRepairChargeBack: 'manager',
  emergencyRepairClose: handlers,
  emergencyRepairHandOver: 'manager deputy',
  visitRecord: 'frontDesk',
  visitFail: 'frontDesk',
  visitGiveUp: 'frontDesk',
  visitReview: task,
  departmentRequestAsk: handlers,
  departmentRequestAnswer: `${task} finance`,
  departmentRequestSettle: task,
  departmentRequestAskAgain: task,
  departmentRequestExtend: handlers,
  departmentRequestWithdraw: handlers,
  departmentRequestTakeNote: task,
  departmentRequestHandOver: 'manager deputy',
  surveyPlan: handlers,
  surveyReplan: handlers,
  surveyHold: handlers,
  surveySign: handlers,
  surveyCorrect: handlers,
  surveyCancel: handlers,
  surveyHandOver: 'manager deputy',
  groupAlertMakeGroup: `${task} manager`,
  groupAlertDismiss: `${task} manager`,
  suggestionTableAddLine: analysing,
  suggestionTableChangeLine: analysing,
  suggestionTableRemoveLine: analysing,
  suggestionTableSend: analysing,
  suggestionTableAnswer: task,
  suggestionTableTakeNote: task,
  suggestionTableSettle: task,
  suggestionTableWithdraw: analysing,
  problemOpen: analysing,
  problemConfirm: analysing,
  problemDismiss: analysing,
  problemRename: analysing,
  problemAddMembers: analysing,
  problemRemoveMembers: analysing,
  problemSplit: analysing,
  problemMerge: analysing,
  problemFollow: analysing,
  problemUnfollow: analysing,
  problemClose: analysing,
  problemReopen: analysing,
  approvalApprove: `${task} leader deputyLeader`,
  approvalReject: `${task} leader deputyLeader`,
  approvalReturn: `${task} leader deputyLeader`,
  approvalSendBack: `${task} leader deputyLeader`,
  approvalTransfer: `${task} leader deputyLeader`,
  approvalAddSigners: `${task} leader deputyLeader`,
  approvalReassign: 'admin',
  approvalWithdraw: 'only its makers rep deputy coordinator',
  approvalUrge: 'only its makers rep deputy coordinator',
  approvalComment: everybody,
  personAdd: 'admin',
  personHandOver: 'manager deputy admin',
  personChange: 'admin',
  personRetire: 'admin',
  personRestore: 'admin',
  positionAdd: 'admin',
  positionChange: 'admin',
  positionRetire: 'admin',
  positionRestore: 'admin',
  chainOpen: 'admin',
  chainChange: 'admin',
  departmentAdd: 'admin',
  departmentChange: 'admin',
  departmentRetire: 'admin',
  departmentRestore: 'admin',
  delegationGrant: everybody,
  delegationRevoke: 'only its principal leader',
  categoryAdd: 'admin',
  categoryChange: 'admin',
  categoryRetire: 'admin',
  categoryRestore: 'admin',
  settingsOpen: 'admin',
  settingsChange: 'admin',
  settingsPublishYear: 'admin',
  projectAdd: 'admin',
  projectChange: 'admin',
  projectRetire: 'admin',
  projectRestore: 'admin',
  buildingAdd: 'admin',
  buildingChange: 'admin',
  buildingRetire: 'admin',
  buildingRestore: 'admin',
  unitAdd: 'admin',
  unitChange: 'admin',
  unitRetire: 'admin',
  unitRestore: 'admin',
  customerAdd: desk,
  customerChange: desk,
  customerRetire: desk,
  customerRestore: desk,
  contractorAdd: 'manager contracts',
  contractorChange: 'manager contracts',
  contractorRetire: 'manager contracts',
  contractorRestore: 'manager contracts',
  contractAdd: 'manager contracts',
  contractChange: 'manager contracts',
  contractRetire: 'manager contracts',
  contractRestore: 'manager contracts',
}
const ofNoProject = ['contractor', 'person', 'position', 'department', 'chain', 'category', 'settings', 'project', 'delegation']
const nearOnly: readonly Name[] = ['rep', 'rep2', 'frontDesk']

let app: App
let near: Records
let far: Records
let others: Readonly<Record<string, string>>
beforeAll(async () => {
  app = await anApp()
  near = await nearRecords(app)
  far = await farRecords(app)
  const settings = (await app.ask('admin', '{ settings { id } positions { id } }')).data
  others = {
    person: globalId('Person', idOfPerson('nobody')),
    position: String(settings?.['positions']?.[0]?.['id']),
    settings: String(settings?.['settings']?.['id']),
    chain: String((await app.ask('admin', '{ chains { id } }')).data?.['chains']?.[0]?.['id']),
    department: globalId('Department', departmentOf('planning')),
    category: ids.category,
    project: ids.near,
    contractor: ids.contractor,
    delegation: await app.does('leader', 'delegationGrant', {
      input: { to: globalId('Person', idOfPerson('deputy')), from: app.iso('2026-12-01 09:00'), until: app.iso('2026-12-02 09:00') },
    }),
  }
})
afterAll(() => app.close())

const value = (input: Input, records: Records): unknown => {
  switch (input.kind) {
    case 'text':
      return '文字'.slice(0, input.max)
    case 'money':
      return '8000.00'
    case 'quantity':
      return '2.5'
    case 'moment':
      return app.iso(input.notAfterNow ? '2026-11-23 13:20' : '2026-12-20 09:00')
    case 'date':
      return '2026-12-20'
    case 'count':
      return input.min
    case 'flag':
      return true
    case 'drawing':
      return 'M1 1 L2 2'
    case 'choice':
      return input.values[0]
    case 'ref':
      return input.noun === 'project'
        ? records === near
          ? ids.near
          : ids.far
        : ((records as Readonly<Record<string, string>>)[input.noun] ?? others[input.noun])
    case 'list':
      return Array.from({ length: input.min }, () => value(input.of, records))
    case 'group':
      return whole(input.shape, records)
  }
}
const whole = (shape: Readonly<Record<string, Input>>, records: Records) =>
  Object.fromEntries(Object.entries(shape).flatMap(([name, input]) => (input.optional ? [] : [[name, value(input, records)]])))

/** The answers by which somebody learns that it is not theirs to decide. */
const notTheirs = ['NotAllowed', 'NotYourTask', 'NotFound']
/** Of a task, also who has done it or why they never may. */
const ofATask = [...notTheirs, 'WrongState', 'AlreadyDecided', 'OwnRequest', 'AlreadySigned', 'HasOwnSeat']

describe('SEC-1 P-1 every decision, asked for by every position, on a record of their project and of another', () => {
  test('SEC-1 the table names every decision there is', () => {
    expect(Object.keys(whoMay).toSorted()).toEqual(declared.map(({ name }) => mutationOf(name)).toSorted())
  })
  for (const { name, noun, opens, input } of declared) {
    const mutation = mutationOf(name)
    const allowed = whoMay[mutation] ?? ''
    test(`SEC-1 ${mutation}: ${allowed}`, async () => {
      const open: string[] = []
      for (const [where, records] of [
        ['near', near],
        ['far', far],
      ] as const)
        for (const who of names) {
          const id = opens ? undefined : ((records as Readonly<Record<string, string>>)[noun] ?? others[noun])
          const answer = await app.decide(who, mutation, {
            key: randomUUID(),
            ...(id ? { id } : {}),
            ...(Object.keys(input).length ? { input: whole(input, records) } : {}),
            saw: [{ id: near.fine, revision: -1 }],
          })
          // a stale "saw" keeps every allowed one from changing anything; whoever gets that far may decide
          const no = allowed.startsWith(task) ? ofATask : notTheirs
          if (!no.includes(answer.code ?? '')) open.push(`${where} ${who}`)
          if (!allowed.split(' ').includes(who))
            expect(no, `${who} ${where} ${mutation}: ${answer.__typename}`).toContain(answer.code ?? '')
        }
      const expected = names.flatMap((who) => (allowed.split(' ').includes(who) ? [who] : []))
      // what somebody may depends on their part in it, and is tried where that part is
      if (allowed.startsWith('only')) return
      for (const who of expected) {
        const places =
          ofNoProject.includes(noun) || mutation === 'customerAdd'
            ? ['near', 'far']
            : who === 'stranger'
              ? ['far']
              : nearOnly.includes(who)
                ? ['near']
                : ['near', 'far']
        for (const where of ['near', 'far'])
          expect(open.includes(`${where} ${who}`), `${who} ${where} ${mutation}`).toBe(places.includes(where))
      }
    })
  }
  test('SEC-1 without a session nothing is decided', async () => {
    for (const { name, noun, opens, input } of declared) {
      const id = opens ? undefined : ((near as Readonly<Record<string, string>>)[noun] ?? others[noun])
      await expect(
        app.decide(undefined, mutationOf(name), {
          ...(id ? { id } : {}),
          ...(Object.keys(input).length ? { input: whole(input, near) } : {}),
        }),
        name,
      ).rejects.toThrow('UNAUTHENTICATED')
    }
  })
})
