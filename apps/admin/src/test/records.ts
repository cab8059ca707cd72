/** Records as the API gives them, whole enough for their pages; a test says only what it is about. */
const money = (amount: string) => ({ __typename: 'Money', amount, currency: 'CNY' })
const person = (name: string) => ({ __typename: 'Person', id: `Person:${name}`, name, positions: [] })

export const available = (mutation: string, more: object = {}) => ({
  name: mutation.replace(
    /^(emergencyRepair|[a-z]+)(.*)$/u,
    (_, noun: string, verb: string) => `${noun}_${verb.slice(0, 1).toLowerCase()}${verb.slice(1)}`,
  ),
  mutation,
  allowed: true,
  because: null,
  part: null,
  owed: false,
  ...more,
})

export const complaint = (more: object = {}) => ({
  __typename: 'Complaint',
  id: 'Complaint:1',
  number: 'TS-2026-000001',
  state: 'inProgress',
  revision: 3,
  title: '主卫顶板滴水',
  kind: 'complaint',
  channel: 'phone',
  severity: 'general',
  wording: '楼上一用水就漏',
  registeredAt: '2026-11-20T01:00:00.000Z',
  dueAt: '2026-11-30T01:00:00.000Z',
  reopenedTimes: 0,
  isHistory: false,
  evidence: [],
  project: { id: 'Project:1', name: '锦绣湾' },
  building: { id: 'Building:1', name: '1栋' },
  unit: { id: 'Unit:1', number: '501', floor: 5, houseType: 'A1', building: { id: 'Building:1', name: '1栋' } },
  customer: { id: 'Customer:1', name: '叶苑', phone: '18600000112' },
  category: { id: 'Category:1', nameZh: '渗漏', nameEn: 'Leaks', parent: null },
  registeredBy: person('赵欣'),
  representative: person('李晓梅'),
  merged: [],
  owedFeedback: [],
  feedback: [],
  notices: [],
  fines: [],
  repairs: [],
  visits: [],
  availableDecisions: [],
  timeline: [],
  ...more,
})

export const notice = (more: object = {}) => ({
  __typename: 'Notice',
  id: 'Notice:1',
  number: 'ZG-2026-000001',
  state: 'running',
  stage: 'served',
  revision: 2,
  deadline: '2026-11-30T01:00:00.000Z',
  newDeadlines: [],
  draftedAt: '2026-11-24T00:30:00.000Z',
  accepted: false,
  excusePending: false,
  project: { id: 'Project:1', name: '锦绣湾' },
  representative: person('李晓梅'),
  contractor: { id: 'Contractor:1', name: '四川华川防水工程有限公司', vetoed: false },
  defects: [
    {
      key: '1',
      element: 'bathroom',
      location: '主卫顶板',
      requirement: '重做防水',
      deadline: '2026-11-30T01:00:00.000Z',
      results: [],
      photos: [],
    },
  ],
  complaints: [],
  completions: [],
  inspections: [],
  excuses: [],
  grounds: [],
  takenBack: [],
  fines: [],
  repairs: [],
  availableDecisions: [],
  timeline: [],
  ...more,
})

export const approval = (more: object = {}) => ({
  __typename: 'Approval',
  id: 'Approval:1',
  state: 'open',
  revision: 1,
  round: 1,
  openedAt: '2026-11-23T01:00:00.000Z',
  makers: [],
  signatures: [],
  steps: [
    {
      number: 0,
      mode: 'all',
      earlier: false,
      seats: [
        { key: 's1', open: true, since: '2026-11-23T01:00:00.000Z', holder: { position: 'manager', person: null }, before: [], after: [] },
        {
          key: 's2',
          open: false,
          since: '2026-11-23T01:00:00.000Z',
          holder: { position: null, person: person('郭春华') },
          before: [],
          after: [],
          signed: { at: '2026-11-23T09:00:00.000Z', comment: '同意处罚', by: person('郭春华') },
        },
      ],
    },
  ],
  availableDecisions: [],
  ...more,
})

export const fine = (more: object = {}) => ({
  __typename: 'Fine',
  id: 'Fine:1',
  number: 'FK-2026-000001',
  state: 'signed',
  revision: 4,
  facts: '四小时内无故未到场',
  draftedAt: '2026-11-23T00:00:00.000Z',
  since: '2026-11-23T01:00:00.000Z',
  amount: money('20000.00'),
  open: money('0.00'),
  groundNumbers: [2],
  project: { id: 'Project:1', name: '锦绣湾' },
  contractor: { id: 'Contractor:1', name: '四川华川防水工程有限公司', vetoed: false },
  representative: person('李晓梅'),
  notice: { id: 'Notice:1', number: 'ZG-2026-000001', stage: 'served', revision: 2 },
  complaints: [],
  grounds: [
    {
      ground: 2,
      derivedSince: '2026-11-20T05:00:00.000Z',
      sub: null,
      proofs: [
        { what: 'served', at: '2026-11-20T01:00:00.000Z' },
        { what: 'onSite', at: null },
      ],
    },
  ],
  desks: [],
  replacedBy: [],
  toSettle: money('0.00'),
  evidence: [{ kind: 'recording', title: '催促电话录音', reference: null, file: null }],
  acknowledged: [],
  entries: [],
  precedents: { fines: [], bands: [] },
  approval: approval(),
  availableDecisions: [],
  timeline: [],
  ...more,
})

export const task = (more: object = {}) => ({
  __typename: 'Task',
  id: 'Task:1',
  noun: 'approval',
  recordId: 'Approval:1',
  subjectNoun: 'fine',
  subjectId: 'Fine:1',
  does: 'approval_approve',
  part: 's1',
  kind: 'approve',
  from: '2026-11-23T01:00:00.000Z',
  paused: false,
  forSuperior: false,
  number: 'FK-2026-000001',
  title: '四小时内无故未到场',
  grounds: [2],
  onApproval: ['fineReadyToIssue'],
  amount: money('20000.00'),
  contractor: { id: 'Contractor:1', name: '四川华川防水工程有限公司' },
  ...more,
})

/** What `decisionForm` answers: the inputs a test needs, in short. */
export const form = (mutation: string, inputs: readonly object[]) => ({
  name: available(mutation).name,
  mutation,
  type: 'Fine',
  inputs: inputs.map((each) => ({ required: true, values: [], long: false, notAfterNow: false, items: [], ...each })),
})

/** A list's columns as the registry declares them. */
export const column = (key: string, kind: string, more: object = {}) => ({
  key,
  kind,
  of: null,
  values: [],
  sortable: false,
  filterable: true,
  groupable: false,
  totalled: false,
  exportable: true,
  maybeEmpty: true,
  editedBy: null,
  editedInput: null,
  shown: true,
  pinned: null,
  width: 140,
  ...more,
})

/** A result of a search, and an answer with some. */
export const hit = (noun: string, more: object = {}) => ({
  noun,
  number: null,
  state: 'active',
  at: '2026-11-20T01:00:00.000Z',
  exact: false,
  matches: [],
  ...more,
})
export const found = (hits: readonly object[], { tooShort = false } = {}) => ({
  tooShort,
  groups: [...Map.groupBy(hits as readonly { noun: string }[], ({ noun }) => noun)].map(([noun, of]) => ({
    noun,
    more: false,
    endCursor: null,
    hits: of,
  })),
})
