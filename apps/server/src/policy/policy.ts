import { declared, mutationOf } from '../schema/names.ts'
import type { NounName } from '@lintel/domain'

/**
 * Who may ask for a coordinate of the schema. `anyone`: without signing in. `signedIn`: whoever is. `reads`: whoever may
 * read that record, by any path. `part`: a piece of something else, which only its guarded owner hands out. `decision`:
 * the domain's own declaration decides, in commit.
 */
export type Rule = 'anyone' | 'signedIn' | 'part' | 'decision' | { readonly reads: NounName }
export type Policy = Readonly<Record<string, Readonly<Record<string, Rule>>>>

const names = (written: string) => written.split(/\s+/).filter((name) => name !== '')
const each = (written: string, rule: Rule) => Object.fromEntries(names(written).map((name) => [name, rule]))
const part = (written: string) => each(written, 'part')
const record = (noun: NounName, written: string) => each(written, { reads: noun })

/** What may be asked for without signing in: only who one is. Every other row asks for a session at least. */
export const openToEverybody: readonly string[] = ['Query.me']

/** The one policy: a row for every coordinate. A new field without one stops the server from starting. SEC-1 */
export const policy: Policy = {
  Query: {
    ...each('me', 'anyone'),
    ...each(
      `approval
       building buildings buildingCount buildingGroups buildingTotals
       category categories
       chain chains chainTryOut
       complaint complaints complaintCount complaintGroups complaintTotals likelyDuplicates
       contract contracts contractCount contractGroups contractTotals
       contractor contractors contractorCount contractorGroups contractorTotals
       customer customers customerCount customerGroups customerTotals
       delegation delegations
       department departments departmentResponses
       departmentRequest departmentRequests departmentRequestCount departmentRequestGroups departmentRequestTotals
       emergencyRepair emergencyRepairs emergencyRepairCount emergencyRepairGroups emergencyRepairTotals
       dashboards
       fine fines fineCount fineGroups fineTotals
       export exports
       manyAction manyActions manyDecisions
       import imports importables importMappings
       notice notices noticeCount noticeGroups noticeTotals
       person people personCount personGroups personTotals
       position positions printedList
       groupAlert groupAlerts groupAlertCount groupAlertGroups groupAlertTotals
       suggestionTable suggestionTables suggestionTableCount suggestionTableGroups suggestionTableTotals
       problem problems problemCount problemGroups problemTotals problemRun
       project projects projectCount projectGroups projectTotals
       settings
       survey surveys surveyCount surveyGroups surveyTotals
       unit units unitCount unitGroups unitTotals
       visit visits visitCount visitGroups visitTotals
       columns decisionForm now
       monthlyReports reportMonths reportSchedule
       messages unreadMessages messageChoices
       recent search
       securityEvents securityKinds sessions
       signers
       tasks taskCounts tasksOf
       trend trendCatalogue
       uploadLimits
       views
       whatIf`,
      'signedIn',
    ),
  },
  Mutation: {
    ...Object.fromEntries(declared.map(({ name }) => [mutationOf(name), 'decision' as const])),
    ...each(
      'messageChoicesSet messageTry messagesRead personInvite personSecondFactorReset personSessionsEnd sessionEnd sessionsEndOthers',
      'signedIn',
    ),
    ...each('viewAdd viewChange viewChoose viewRemove', 'signedIn'),
    ...each('dashboardAdd dashboardChange dashboardRemove reportScheduleSet', 'signedIn'),
    ...each('exportBegin exportCancel problemsLook', 'signedIn'),
    ...each('manyCancel manyPrepare manyStart manyUndo', 'signedIn'),
    ...each('importBegin importCancel importCheck importMappingForget importMappingKeep importReadOtherwise importStart', 'signedIn'),
  },
  Subscription: { changes: 'signedIn' },
  AlreadyDecided: part('at by code message'),
  AlreadyExists: part('code message what'),
  AlreadyFined: part('code ground message number'),
  AlreadyRecorded: part('code message what'),
  AlreadySigned: part('code message'),
  Appeal: part('decided ended endedAt fact reasons'),
  AppealDecision: part('at by outcome reason'),
  Approval: record(
    'approval',
    `
    availableDecisions dueAt endedAt endedReason id makers openedAt revision round signatures state steps subjectId
    subjectNoun timeline urgedAt
  `,
  ),
  ApprovalStep: part('earlier mode number seats'),
  AvailableDecision: part('allowed because mutation name owed part'),
  BadInput: part('code field message problem'),
  BeforeItsTime: part('code earliest message'),
  BelowFloor: part('code floor message'),
  Building: record('building', 'availableDecisions deliveryDate id name phase project revision state timeline'),
  Category: record('category', 'availableDecisions id level nameEn nameZh parent revision state timeline'),
  Chain: record(
    'chain',
    'availableDecisions dependsOn grounds id kind limits modes onEarlierVersions relations revision severities state timeline versions',
  ),
  ChainCondition: part('categories draftedBy grounds limit notDraftedBy over severities upTo'),
  ChainProblem: part('about code message problem step'),
  ChainSeat: part('department person position relation'),
  ChainStep: part('mode seats when'),
  ChainTryOut: part('problem steps'),
  ChainVersion: part('at by number reason steps'),
  Change: part('id noun revision'),
  ChangedSinceSeen: part('code message record'),
  Clock: part('amount due pausedBecause pausedSince pauses rule start unit unpublishedYear version'),
  Column: part('editedBy editedInput exportable filterable groupable key kind maybeEmpty of pinned shown sortable totalled values width'),
  Complaint: record(
    'complaint',
    `
    acceptedAt alert availableDecisions building category channel clocks closedAt closedWithout contactedAt customer departmentRequests dueAt element
    evidence feedback fines id isHistory kind merged mergedInto notices number onTime owedFeedback place problems project
    registeredAt registeredBy rejectedReason reopenedTimes repairs representative resolution resolvedAt revision
    satisfaction severity state surveyWaived surveys timeline title trade unit visits wish wording
  `,
  ),
  ComplaintClocks: part('accept firstContact nextFeedback resolve'),
  ConfirmItIsYou: part('code limit message minutes'),
  Contract: record(
    'contract',
    'amount availableDecisions contractor id number project retention revision state timeline trade warrantyEnd',
  ),
  Contractor: record(
    'contractor',
    'availableDecisions conduct contact id kind ledger ledgerSums name phone revision score state timeline vetoed vetoedUntil vetoes',
  ),
  ContractorLedgerEntry: part('amount at balance key kind noun number project record'),
  ComparedQuantity: part('differs given item unit'),
  ConductRow: part('appeals emergencyRepairs fines lateRepairs notices project refusals year'),
  ConductScore: part('lines notices points'),
  Count: part('more value'),
  Customer: record(
    'customer',
    'address availableDecisions changedAt id identityNumber name otherPhone phone revision state timeline units',
  ),
  Dashboard: part('audience editable figures id name owner position version'),
  DashboardFigure: part('ask chart period title wide'),
  DecisionForm: part('inputType inputs mutation name type'),
  DeclaredInput: part('items kind long max min name notAfterNow of required values'),
  Defect: part('complaint deadline element key location photos requirement results unit'),
  Delegation: record('delegation', 'availableDecisions from id principal revision running state timeline to until'),
  Department: record('department', 'availableDecisions head id key nameEn nameZh revision staffCount state timeline'),
  Delivery: part('at count error state way'),
  DepartmentAnswer: part('at by evidence late text'),
  DepartmentSaid: part('answer at by doneBy number reason table'),
  DepartmentRequest: record(
    'departmentRequest',
    `
    answeredAt askedAt asker availableDecisions clock complaint complaintNumber department dueAt id lateAnswers number
    project revision rounds state timeline title withdrawnBecause
  `,
  ),
  DeskReceipt: part('at by desk'),
  DueExtension: part('at by from reason'),
  EmergencyRepair: record(
    'emergencyRepair',
    `
    approval approver audited availableDecisions budget budgetApproval budgetAsked charge chargeReason complaints confirmations contractor
    disapprovedBecause endedReason estimate fine fineFellAt id log lowestTotal notice number project
    quantities quantityTotals reason representative returnedBecause revision since spent startedAt startedBy state team timeline
  `,
  ),
  Event: part('actor actorPositions at bySystem decision entered id inNameOf noun number party payload recordId type'),
  Evidence: part('file kind reference title'),
  EvidenceFile: part('at by hash id kind located name original size takenAt type'),
  Excuse: part('accepted filed judgedAt judgedBy proof reason until why'),
  Export: part('at endedAt format id link rows size state stopping title written'),
  Feedback: part('at by content method sharedFrom to'),
  Fine: record(
    'fine',
    `
    acknowledged amount appeal appealClock approval approvedAt availableDecisions complaints contractor coordinator desks draftedAt endedReason
    entries evidence facts floor groundNumbers grounds id issuedAt notice number open precedents project relief reliefApproval repair replacedBy replaces
    representative revision rulesVersion severity signedAt since state timeline toSettle
  `,
  ),
  FieldTotal: part('count field money'),
  FineBand: part('count high low middle severity'),
  FollowUpRefused: part('code decision message reason'),
  GivenQuantity: part('price quantity source sum'),
  GroupKey: part('field label value'),
  GroundHeld: part('fined ground letGoBecause pending proofs since sub'),
  HasOpenWork: part('code count message'),
  GroundNeedsReason: part('code ground message'),
  GroundOfFine: part('derivedSince fellAt ground proofs reason sub'),
  GroundTakenBack: part('at ground since'),
  HandlerMayNotVisit: part('code message'),
  HasStaff: part('code count message'),
  HasOwnSeat: part('code message'),
  Holder: part('department person position'),
  Incomplete: part('code message what'),
  InspectedDefect: part('at note ownerSatisfied photos standardMet'),
  Invitation: part('link'),
  Inspection: part('fact newDeadline passed'),
  InTheFuture: part('code message now'),
  Import: part(
    `allOrNothing applyChanges at by changed checkedAt columns delimiter differing encoding endedAt errors fileHash fileId fileName from headLine
     id inputs kind known lines mine notes read sample sheet sheets source startedAt state stopping taken why`,
  ),
  Importable: part('changes inputs kind'),
  ImportColumn: part('examples name'),
  ImportDifference: part('field new old'),
  ImportFrom: part('column cut input value words'),
  ImportInput: part('is many name of required values'),
  ImportMapping: part('from name source'),
  ImportNote: part('column differences field is line message value'),
  ImportNotes: part('after nodes'),
  ImportSample: part('line values'),
  ImportValue: part('input text'),
  ImportWord: part('value word'),
  KeyUsedElsewhere: part('code message'),
  LastOne: part('code message what'),
  LateEntry: part('proof reason'),
  LateEntryNeedsReason: part('code message minutes'),
  ListGroup: part('count filter keys totals'),
  ListGroups: part('groups next'),
  ListTotals: part('count totals'),
  ListView: part('audience count editable first id name noun owner position state subscribed tab version'),
  LedgerPage: part('entries next'),
  LedgerSums: part('chargedBack fined letOff open settled'),
  LedgerEntry: part('amount at by kind note'),
  ManyAction: part('at decision done endedAt id lines noun open refused state stopping total undoable undoneBy undoes'),
  ManyLine: part('because name number recordId seq state'),
  ManyLines: part('after nodes'),
  Message: part('at does done due id kind noun number part readAt recordId stage title view'),
  MessageChoices: part('deliveries digestAt mailWorks quietFrom quietUntil robotAddress robotFormat robotSigns ways'),
  Me: part('actingFor allProjects delegationsGiven openings permissions person positions projects'),
  Money: part('amount currency'),
  MonthlyReport: part('at id language link month size'),
  NeedsPermission: part('code message permission'),
  NobodyElse: part('code message'),
  NoLongerMatches: part('code message'),
  NoGround: part('code message'),
  NoSuchSeat: part('code message'),
  NoSuchStep: part('code message'),
  NotAllowed: part('code message'),
  NotFound: part('code message'),
  NothingToJudge: part('code message'),
  Notice: record(
    'notice',
    `
    accepted availableDecisions clockStart complaints completedAt completions contractor deadline defects draftedAt dueAt
    endedAt excusePending excuses fines grounds id inspections newDeadlines number onSite onSiteAt onSiteBy onSiteClock
    phoned phonedCalled plan project received refused repairs representative revision served servedHow slip slipClock stage
    started state supervision survey takenBack timeline
  `,
  ),
  NothingToUndo: part('code message'),
  NotInContract: part('code message'),
  NotMoreThanNothing: part('code message'),
  NotYourTask: part('code message'),
  OpenWork: part('noun number recordId seat title'),
  OtherProject: part('code message'),
  OverLevels: part('code message'),
  OverLimit: part('code limit message'),
  OwedFeedback: part('milestone since'),
  OwnDraft: part('code message'),
  OwnRequest: part('code message'),
  PageInfo: part('endCursor hasNextPage hasPreviousPage startCursor'),
  Pause: part('from reason until'),
  PendingExcuse: part('code message since'),
  Person: record(
    'person',
    'allProjects availableDecisions categories department email id language name onDuty openWork phone positions projects revision state superior timeline',
  ),
  PersonDisabled: part('code message'),
  Position: record('position', 'availableDecisions department id key nameEn nameZh permissions revision secondFactor state timeline'),
  Precedent: part('amount audited charge contractor contractorName fine groundNumbers number open severity signedAt state'),
  Precedents: part('bands fines'),
  PrintedColumn: part('kind label width'),
  PrintedList: part('at columns more rows'),
  Project: record('project', 'availableDecisions buildings city code id name nameEn revision state timeline'),
  Proof: part('at what'),
  QuantityConfirmation: part('at note party quantities signed who'),
  QuantityLine: part('item price quantity unit'),
  QuantityTotal: part('lines source total'),
  QueryBuildingsConnection: part('edges pageInfo'),
  QueryBuildingsConnectionEdge: part('cursor node'),
  QueryComplaintsConnection: part('edges pageInfo'),
  QueryComplaintsConnectionEdge: part('cursor node'),
  QueryContractorsConnection: part('edges pageInfo'),
  QueryContractorsConnectionEdge: part('cursor node'),
  QueryContractsConnection: part('edges pageInfo'),
  QueryContractsConnectionEdge: part('cursor node'),
  QueryCustomersConnection: part('edges pageInfo'),
  QueryCustomersConnectionEdge: part('cursor node'),
  QueryDepartmentRequestsConnection: part('edges pageInfo'),
  QueryDepartmentRequestsConnectionEdge: part('cursor node'),
  QueryEmergencyRepairsConnection: part('edges pageInfo'),
  QueryEmergencyRepairsConnectionEdge: part('cursor node'),
  QueryFinesConnection: part('edges pageInfo'),
  QueryFinesConnectionEdge: part('cursor node'),
  QueryImportsConnection: part('edges pageInfo'),
  QueryImportsConnectionEdge: part('cursor node'),
  QueryMessagesConnection: part('edges pageInfo'),
  QueryMessagesConnectionEdge: part('cursor node'),
  QueryNoticesConnection: part('edges pageInfo'),
  QueryNoticesConnectionEdge: part('cursor node'),
  QueryPeopleConnection: part('edges pageInfo'),
  QueryPeopleConnectionEdge: part('cursor node'),
  QueryProjectsConnection: part('edges pageInfo'),
  QueryProjectsConnectionEdge: part('cursor node'),
  QuerySecurityEventsConnection: part('edges pageInfo'),
  QuerySecurityEventsConnectionEdge: part('cursor node'),
  QueryGroupAlertsConnection: part('edges pageInfo'),
  QueryGroupAlertsConnectionEdge: part('cursor node'),
  QuerySuggestionTablesConnection: part('edges pageInfo'),
  QuerySuggestionTablesConnectionEdge: part('cursor node'),
  QueryProblemsConnection: part('edges pageInfo'),
  QueryProblemsConnectionEdge: part('cursor node'),
  QuerySurveysConnection: part('edges pageInfo'),
  QuerySurveysConnectionEdge: part('cursor node'),
  QueryTasksConnection: part('edges pageInfo'),
  QueryTasksConnectionEdge: part('cursor node'),
  QueryUnitsConnection: part('edges pageInfo'),
  QueryUnitsConnectionEdge: part('cursor node'),
  QueryVisitsConnection: part('edges pageInfo'),
  QueryVisitsConnectionEdge: part('cursor node'),
  GroupAlert: record(
    'groupAlert',
    `
    availableDecisions building cases complaints dismissedBecause element extendedAt id number project raisedAt revision state timeline title units
  `,
  ),
  SuggestionLine: part('answers count key problem projects proposal subject wording'),
  SuggestionLineAnswer: part('answer at by department doneBy late reason'),
  SuggestionTable: record(
    'suggestionTable',
    `
    answers availableDecisions departments dueAt id lateAnswers lineCount lines month number openedAt revision sentAt state timeline
    withdrawnBecause
  `,
  ),
  Problem: record(
    'problem',
    `
    availableDecisions category confirmedAt dismissedBecause element evidence followed grewAt id members months name number openedAt
    outcome outcomeNote place revision said scope state timeline wordings
  `,
  ),
  ProblemEvidence: part('among dimension expected falseDiscovery kind month place probability seen'),
  ProblemMonth: part('count month'),
  ProblemRun: part('at cells done endedAt joined month proposed state'),
  ProblemWording: part('complaint number text'),
  Recorded: part('at by entered evidence late note'),
  Relief: part('amount at by kind reason returnedBecause'),
  RepairLogEntry: part('at by cost entered evidence hours materials work'),
  RetiredEntry: part('code message what'),
  ReportSchedule: part('active day editable language people positions version'),
  RequestRound: part('answer askedAt askedBy dueAt extensions question'),
  SameDay: part('code message'),
  SameRecord: part('code message'),
  SeenRecord: part('id revision'),
  Seat: part('after asked before handedOver holder key open signed since'),
  SeatMove: part('at by'),
  ScoreLine: part('count most off what'),
  SearchGroup: part('endCursor hits more noun'),
  SearchHit: part('at exact id matches noun number record state title'),
  SearchMatch: part('field ranges text'),
  SearchRange: part('from until'),
  SearchResult: part('groups tooShort'),
  SecurityEvent: part('address agent at by id kind person'),
  Session: part('address agent id isThis lastSeen since'),
  DepartmentResponse: part('answered answerMedian asked department late waiting'),
  ResponseFigure: part('count filter'),
  Setting: part('isMoney name replayed value'),
  Settings: record('settings', 'availableDecisions id publishedYears revision rulesVersion since timeline values'),
  Signer: part('because person'),
  Signature: part('at by comment inNameOf round void'),
  SpendingWaits: part('code limit message'),
  StillOpen: part('code message number what'),
  Survey: record(
    'survey',
    `
    availableDecisions cancelledBecause complaint evidence findings heldAt id measures meetingPoint notices number
    participants plannedAt project representative responsible revision state timeline title unit unsigned
  `,
  ),
  SurveyParticipant: part('key name organisation role signatures'),
  SurveySignature: part('at drawn refusedBecause void'),
  Task: part(`
    amount clock contractor department does due escalatedAt evidence forSuperior from grounds holder id kind noun number onApproval part
    paused position recordId seen severity subjectId subjectNoun title told toldAt unit urgedAt
  `),
  TaskCount: part('count does kind late noun'),
  TooFewAttempts: part('attempts code message needed'),
  TooLate: part('code message until'),
  TriedSeat: part('count holder people'),
  TriedStep: part('mode seats'),
  TooManyToTotal: part('message'),
  TooManyAtOnce: part('code message most'),
  TooSoon: part('code message next'),
  Trend: part('asOf groups hidden others rows total'),
  TrendCatalogue: part('dimensions guarded measures'),
  TrendDimensionKnown: part('kind name noun'),
  TrendFigure: part('count money value'),
  TrendKey: part('dimension label value'),
  TrendMeasureKnown: part('additive kind name nouns'),
  TrendNotUsable: part('argument message'),
  TrendOpens: part('filter noun'),
  TrendRow: part('at keys values'),
  TrendTookTooLong: part('message'),
  TrendTooWide: part('argument message'),
  TrendValue: part('before count hidden measure money opens value'),
  Unit: record(
    'unit',
    `
    availableDecisions building contractedArea customers floor handedOverOn houseType id measuredArea number project
    revision state timeline
  `,
  ),
  ViewColumn: part('key pin width'),
  ViewSort: part('by descending'),
  ViewState: part('columns density filter groups sort without wrap'),
  VetoedContractor: part('code message until'),
  UploadLimit: part('kind most types'),
  Visit: record(
    'visit',
    `
    attempts availableDecisions clock complaint customer dueAt id level method odd openedAt project representative
    reviewNote revision state timeline title unit visitedAt visitor wording
  `,
  ),
  VisitAttempt: part('at by why'),
  WaysOfKind: part('kind ways'),
  WhatIf: part('answers differences looked next notCounted total'),
  WhatIfAnswer: part('amountNow amountThen arose noun now question then'),
  WhatIfDifference: part('noun now number question record then'),
  WrongState: part('code message state'),
}
