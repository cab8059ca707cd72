import { randomUUID } from 'node:crypto'
import { isRefusal, type Id, type Moment } from '@lintel/domain'
import { system } from '@lintel/server/records/company.ts'
import { aCase, aSignedFine, ids, type App } from '../../build/app.ts'
import { departmentOf, far, near, place, type Name } from '../../build/company.ts'
import { globalId, idOf } from '@lintel/server/schema/global-id.ts'

export type Records = Readonly<
  Record<
    | 'complaint'
    | 'notice'
    | 'fine'
    | 'approval'
    | 'emergencyRepair'
    | 'visit'
    | 'customer'
    | 'contract'
    | 'unit'
    | 'building'
    | 'departmentRequest'
    | 'survey'
    | 'problem'
    | 'groupAlert'
    | 'suggestionTable',
    string
  >
>

const visitOf = async (app: App, who: Name, complaint: string) => {
  await app.does(who, 'complaintRecordFeedback', {
    id: complaint,
    input: { to: 'customer', method: 'phone', content: '已联系', at: app.iso('2026-11-23 13:30') },
  })
  await app.does(who, 'complaintResolve', { id: complaint, input: { resolution: '已修好' } })
  return String(
    (await app.ask(who, 'query($id: ID!) { complaint(id: $id) { visits { id } } }', { id: complaint })).data?.['complaint']?.[
      'visits'
    ]?.[0]?.['id'],
  )
}

/** The system's doing: nobody asks for one. C-3, B-9 */
const alertAbout = async (app: App, complaint: string, [project, building]: readonly [Id<'project'>, Id<'building'>]) => {
  const answer = await app.services.records.commit(system, {
    does: 'groupAlert.raise',
    key: randomUUID(),
    input: { project, building, title: '停水', members: [{ complaint: idOf('complaint', complaint) as Id<'complaint'>, at: 0 as Moment }] },
  })
  if (isRefusal(answer)) throw new Error(answer.refused)
  return globalId('GroupAlert', answer.done.id)
}
/** The table of a month, which the system compiles. Y-3, B-9 */
const tableOf = async (app: App, month: string) => {
  const answer = await app.services.records.commit(system, {
    does: 'suggestionTable.compile',
    key: randomUUID(),
    input: { month, lines: [{ subject: '长椅', count: 1, projects: [], wording: '没处坐', proposal: '门厅设长椅' }] },
  })
  if (isRefusal(answer)) throw new Error(answer.refused)
  return globalId('SuggestionTable', answer.done.id)
}
/** What the finance department is asked about a case, and a survey of it. */
const hangingOn = async (app: App, who: Name, complaint: string) => ({
  departmentRequest: await app.does(who, 'departmentRequestAsk', {
    input: {
      complaint,
      department: globalId('Department', departmentOf('finance')),
      question: '质保金余额？',
      dueAt: app.iso('2026-11-30 18:00'),
    },
  }),
  groupAlert: await alertAbout(app, complaint, who === 'rep' ? [near, place.building] : [far, place.farBuilding]),
  suggestionTable: await tableOf(app, who === 'rep' ? '2026-10' : '2026-09'),
  problem: await app.does('manager', 'problemOpen', { input: { name: '渗漏', category: ids.category, complaints: [complaint] } }),
  survey: await app.does(who, 'surveyPlan', {
    input: { complaint, plannedAt: app.iso('2026-11-30 10:00'), participants: [{ role: 'representative', name: '吴倩' }] },
  }),
})

/** One record of every kind in the near project, in the hands of its representative. */
export const nearRecords = async (app: App): Promise<Records> => {
  const { complaint, notice, fine, approval, repair } = await aSignedFine(app)
  const visit = await visitOf(app, 'rep', await aCase(app))
  return {
    complaint,
    notice,
    fine,
    approval,
    emergencyRepair: repair,
    visit,
    customer: ids.customer,
    contract: ids.contract,
    unit: ids.unit,
    building: ids.building,
    ...(await hangingOn(app, 'rep', complaint)),
  }
}

/** The same in the far project, made by the manager, who is assigned to all. */
export const farRecords = async (app: App): Promise<Records> => {
  app.at('2026-11-23 09:00')
  const register = async () => {
    const complaint = await app.does('manager', 'complaintRegister', {
      input: {
        project: ids.far,
        unit: ids.farUnit,
        customer: ids.farCustomer,
        kind: 'complaint',
        channel: 'visit',
        category: ids.category,
        severity: 'general',
        title: '远处',
        wording: '墙面开裂',
      },
    })
    await app.does('manager', 'complaintAccept', { id: complaint })
    return complaint
  }
  const complaint = await register()
  const notice = await app.does('manager', 'noticeDraft', {
    input: {
      project: ids.far,
      contractor: ids.contractor,
      deadline: app.iso('2026-11-26 18:00'),
      defects: [{ element: 'interiorWall', location: '客厅', requirement: '修补', complaint }],
    },
  })
  await app.does('manager', 'noticeServe', { id: notice, input: { at: app.iso('2026-11-23 09:00'), how: 'paper' } })
  app.at('2026-11-23 13:30')
  const fine = await app.does('deputy', 'fineDraft', { input: { notice, grounds: [{ ground: 2 }], facts: '未到场' } })
  await app.does('coordinator', 'fineSign', { id: fine, input: { amount: '6000', severity: 'light' } })
  const { data } = await app.ask('manager', 'query($id: ID!) { fine(id: $id) { approval { id } repair { id } } }', { id: fine })
  const contract = await app.does('manager', 'contractAdd', {
    input: { number: 'HT-2', contractor: ids.contractor, project: ids.far, buildings: [], trade: 'civil', amount: '1', retention: '0' },
  })
  return {
    complaint,
    notice,
    fine,
    approval: String(data?.['fine']?.['approval']?.['id']),
    emergencyRepair: String(data?.['fine']?.['repair']?.['id']),
    visit: await visitOf(app, 'manager', await register()),
    customer: ids.farCustomer,
    contract,
    unit: ids.farUnit,
    ...(await hangingOn(app, 'manager', complaint)),
    building: String(
      (await app.ask('manager', 'query($id: ID!) { unit(id: $id) { building { id } } }', { id: ids.farUnit })).data?.['unit']?.[
        'building'
      ]?.['id'],
    ),
  }
}
