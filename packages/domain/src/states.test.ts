import { describe, expect, test } from 'vitest'
import { becomes, type Becomes } from './kernel/decision.ts'
import { nouns } from './nouns.ts'

// Written by hand from the department's rules, a line a decision: the states it may be taken in → those it leaves the
// record in, one `;` after the other where it depends. `=` leaves the state as it is; `·` brings the record into being.
const tables: Readonly<Record<string, string>> = {
  complaint: `
    register           · → registered closed
    importHistory      · → registered closed
    accept             registered → accepted
    assign             registered accepted inProgress suspended reopened → =
    addEvidence        registered accepted inProgress suspended reopened resolved → =
    recordFeedback     accepted → accepted inProgress; reopened → reopened inProgress; inProgress suspended resolved → =
    shareFeedback      merged → =
    takeNotice         accepted inProgress suspended reopened → =
    takeSurvey         registered accepted inProgress suspended reopened → =
    waiveSurvey        accepted inProgress suspended reopened → =
    reachMilestone     registered accepted inProgress suspended resolved reopened closed rejected merged → =
    suspend            accepted inProgress reopened → suspended
    resume             suspended → accepted inProgress reopened
    resolve            accepted inProgress reopened → resolved
    takeNote           registered accepted inProgress suspended reopened → =
    identify           registered accepted inProgress suspended reopened resolved → =
    reject             registered accepted inProgress reopened → rejected
    merge              registered accepted inProgress suspended reopened → merged
    absorb             registered accepted inProgress suspended reopened → =
    reopen             resolved closed rejected → reopened
    reopenedByVisit    resolved → reopened
    closedByVisit      resolved → closed
    correct            registered accepted inProgress suspended reopened resolved → =
    joinGroup          registered accepted inProgress suspended reopened resolved → =`,
  notice: `
    draft              · → drafted
    amend              drafted → =
    serve              drafted running → running
    recordPhoneCall    drafted running → running
    recordReceipt      running → =
    recordRefusal      running → =
    recordArrival      running → =
    recordPlan         running → =
    recordStart        running → =
    recordCompletion   running → =
    recordSlip         running closed → =
    fileExcuse         running → =
    judgeExcuse        running → =
    inspect            running → =
    correct            running closed takenOver → =
    close              running → closed
    withdraw           drafted running → withdrawn
    takeNote           running closed takenOver → =
    letGroundGo        running closed takenOver → =
    handOver           drafted running takenOver closed → =
    takeOver           drafted running → takenOver
    handBack           takenOver → running
    closeWithRepair    takenOver → closed
    fined              drafted running closed withdrawn takenOver → =
    fineEnded          drafted running closed withdrawn takenOver → =`,
  fine: `
    draft              · → drafted
    draftOnSupervision  · → drafted
    redraft            returned → drafted
    redraftOnSupervision  returned → drafted
    sign               drafted signed → signed
    approved           signed → approved
    rejected           signed → rejected
    returned           signed → returned
    stop               drafted returned signed approved → stopped
    groundFell         drafted → drafted returned; returned signed approved issued appealed cleared → =
    handOver           drafted returned signed → =
    issue              approved → issued
    acknowledge        issued appealed cleared → =
    settle             issued → issued cleared
    appeal             issued → appealed
    withdrawAppeal     appealed → issued
    decideAppeal       appealed → appealed issued
    proposeRelief      issued → =
    dropRelief         issued → =
    reliefApproved     issued appealed → issued cleared
    reliefRejected     issued appealed → issued
    reliefReturned     issued appealed → =
    reliefWithdrawn    issued appealed → =
    cancel             drafted returned signed approved issued appealed → cancelled`,
  emergencyRepair: `
    suggest            · → suggested
    startAtOnce        · → approved
    start              · → approved
    resuggest          suggested approved assigned working completed confirmed audited charged → =
    approved           suggested → approved; approved assigned working completed confirmed audited charged → =
    rejected           suggested approved assigned → rejected; working completed confirmed audited charged → =
    returned           suggested approved assigned working completed confirmed audited charged → =
    withdrawn          suggested approved → cancelled
    overtake           suggested → rejected
    fineFell           suggested approved assigned working completed confirmed audited charged closed rejected cancelled → =
    carryOn            approved assigned working completed confirmed audited charged → =
    cancel             suggested approved assigned → cancelled
    setBudget          approved assigned working completed confirmed → =
    budgetApproved     approved assigned working completed confirmed audited charged → =
    budgetRefused      approved assigned working completed confirmed audited charged → =
    budgetReturned     approved assigned working completed confirmed audited charged → =
    assign             approved → assigned
    begin              assigned → working
    log                assigned working completed → =
    complete           working → completed
    confirmQuantities  completed → completed confirmed
    audit              confirmed → audited
    chargeBack         audited → charged
    close              charged → closed
    handOver           suggested approved assigned working completed confirmed audited charged → =`,
  visit: `
    open               · → due
    record             due → done
    fail               due → =
    giveUp             due → givenUp
    drop               due → dropped
    review             done → =`,
  departmentRequest: `
    ask                · → asked
    answer             asked → answered
    settle             answered → settled
    askAgain           answered → asked
    extend             asked → =
    withdraw           asked answered → withdrawn
    takeNote           asked → =
    handOver           asked answered → =`,
  survey: `
    plan               · → planned
    replan             planned → =
    hold               planned → held
    sign               held → held closed
    correct            held closed → held
    cancel             planned → cancelled
    handOver           planned held → =`,
  problem: `
    propose            · → proposed
    open               · → confirmed
    splitOff           · → confirmed
    confirm            proposed → confirmed
    dismiss            proposed → dismissed
    rename             confirmed → =
    addMembers         proposed confirmed → =
    removeMembers      proposed confirmed → =
    split              confirmed → =
    merge              proposed confirmed → merged
    absorb             proposed confirmed → =
    collect            proposed confirmed → =
    hear               proposed confirmed dismissed merged closed → =
    follow             proposed confirmed → =
    unfollow           proposed confirmed closed dismissed merged → =
    close              confirmed → closed
    reopen             closed → confirmed; dismissed → proposed`,
  suggestionTable: `
    compile            · → drafted
    addLine            drafted → =
    changeLine         drafted → =
    removeLine         drafted → =
    send               drafted → sent
    answer             sent → sent answered
    takeNote           sent → =
    settle             answered → settled
    withdraw           drafted sent → withdrawn`,
  groupAlert: `
    raise              · → raised
    extend             raised → raised; grouped → raised; dismissed → dismissed raised
    makeGroup          raised → grouped
    dismiss            raised → dismissed`,
  approval: `
    open               · → open
    approve            open → open approved
    reject             open → rejected
    return             open → returned
    sendBack           open → =
    transfer           open → =
    addSigners         open → =
    reassign           open → =
    withdraw           open → withdrawn
    urge               open → =
    comment            open returned → =
    resubmit           open returned withdrawn → open
    void               open returned withdrawn → void`,
}

type Moves = { readonly opens?: true; readonly from?: readonly string[]; readonly to?: Becomes<string> }
/** Every move a decision can make, an arrow each. */
const arrows = ({ opens, from = [], to }: Moves) =>
  (opens ? ['·'] : from).flatMap((was) => becomes(to, was).map((next) => `${was}→${next}`)).toSorted()
const written = (moves: string) =>
  moves
    .split(';')
    .flatMap((part) => {
      const [from = '', to = ''] = part.split('→').map((side) => side.trim())
      return from.split(/\s+/).flatMap((was) => (to === '=' ? [`${was}→${was}`] : to.split(/\s+/).map((next) => `${was}→${next}`)))
    })
    .toSorted()
const lines = (table: string) =>
  new Map(
    table
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '')
      .map((line) => {
        const [verb = '', moves = ''] = line.split(/\s(.*)/s)
        return [verb, moves.trim()] as const
      }),
  )

describe('C-4 N-2 F-6 F-7 E-2 R-2 B-2 every state and every decision', () => {
  for (const [noun, table] of Object.entries(tables)) {
    const expected = lines(table)
    const decisions: Readonly<Record<string, Moves>> = nouns[noun as 'fine'].decisions
    test(`${noun}: no decision more and none less than the table`, () => {
      expect(Object.keys(decisions).toSorted()).toEqual([...expected.keys()].toSorted())
    })
    for (const [verb, moves] of expected)
      test(`${noun}.${verb}: ${moves}`, () => {
        const declared = decisions[verb]
        expect(declared && arrows(declared)).toEqual(written(moves))
      })
    test(`${noun}: every state can be reached, and is left or is an end`, () => {
      const { states, ends } = nouns[noun as 'fine'] as unknown as { readonly states: readonly string[]; readonly ends: readonly string[] }
      const all = Object.values(decisions)
      const reached = new Set(all.flatMap((one) => arrows(one).map((arrow) => arrow.split('→')[1])))
      const left = new Set(
        all.flatMap((one) => arrows(one).flatMap((arrow) => (arrow.split('→')[0] === arrow.split('→')[1] ? [] : [arrow.split('→')[0]]))),
      )
      expect(states.filter((state) => !reached.has(state))).toEqual([])
      expect(states.filter((state) => !left.has(state) && !ends.includes(state))).toEqual([])
    })
  }
})
