/**
 * The positions that ship, with their permissions: a permission is a verb on a noun, held in the projects the person is
 * assigned to. The administrator may change them; this is where they start. P-1, §1
 */
export type ShippedPosition = {
  readonly key: string
  readonly nameZh: string
  readonly nameEn: string
  readonly department: string
  readonly permissions: readonly string[]
}

/** Everybody knows the places, the parties, the dictionaries and who works here. */
const everybody = [
  'project.read',
  'building.read',
  'unit.read',
  'category.read',
  'contractor.read',
  'person.read',
  'position.read',
  'department.read',
  'chain.read',
  'settings.read',
  'delegation.read',
  'delegation.grant',
  'approval.withdraw',
  'approval.urge',
  'approval.comment',
]
const cases = [
  'complaint.read',
  'departmentRequest.read',
  'survey.read',
  'notice.read',
  'fine.read',
  'emergencyRepair.read',
  'visit.read',
  'approval.read',
  'contract.read',
]
/** Those who speak with customers see who they are. X-7 */
const customers = ['customer.read', 'customer.personal']
/** The picture as it came, with where it was taken. X-8 */
const original = 'evidence.original'
const representative = [
  ...cases,
  original,
  ...customers,
  'customer.keep',
  'complaint.register',
  'complaint.accept',
  'complaint.handle',
  'departmentRequest.ask',
  'survey.work',
  'notice.draft',
  'notice.work',
  'notice.correct',
  'notice.withdraw',
  'fine.draft',
  'emergencyRepair.suggest',
  'emergencyRepair.startAtOnce',
  'emergencyRepair.work',
]
/** Common problems are looked after by those who see the whole. Y-2 */
const problems = ['problem.read', 'problem.work', 'groupAlert.read', 'suggestionTable.read', 'suggestionTable.work']
/** Figures of cases without the cases: no group of fewer than five. Y-6 */
const figures = 'trend.read'
/** Views of lists for others as well. X-9 */
const leading = [...problems, 'view.share', 'complaint.assign', 'complaint.reopen', 'notice.handOver', 'person.handOver']
/** The manager issues fines, so somebody else drafts them: nobody passes what they made. F-2, F-6, P-2 */
const manager = [
  ...representative.filter((permission) => permission !== 'fine.draft'),
  ...leading,
  'report.schedule',
  'complaint.import',
  'fine.stop',
  'fine.issue',
  'fine.proposeRelief',
  'emergencyRepair.assign',
  'emergencyRepair.setBudget',
  'emergencyRepair.chargeBack',
  'emergencyRepair.cancel',
  'contractor.keep',
  'contract.keep',
]
const department = '客户服务部'
const group = '投诉应急小组'

const list: readonly ShippedPosition[] = [
  { key: 'manager', nameZh: '客户服务部经理', nameEn: 'Department manager', department, permissions: manager },
  { key: 'deputyManager', nameZh: '副经理', nameEn: 'Deputy manager', department, permissions: [...representative, ...leading] },
  { key: 'representative', nameZh: '投诉代表', nameEn: 'Complaint representative', department, permissions: representative },
  {
    key: 'customerRepresentative',
    nameZh: '客户代表',
    nameEn: 'Customer representative',
    department,
    permissions: ['complaint.read', 'visit.read', 'complaint.register', ...customers],
  },
  {
    key: 'frontDesk',
    nameZh: '前台接待员',
    nameEn: 'Front desk',
    department,
    permissions: ['complaint.read', 'visit.read', 'complaint.register', 'visit.record', ...customers, 'customer.keep'],
  },
  {
    key: 'contractSpecialist',
    nameZh: '合同专员',
    nameEn: 'Contract specialist',
    department,
    permissions: ['contract.read', ...customers],
  },
  { key: 'mortgageSpecialist', nameZh: '按揭专员', nameEn: 'Mortgage specialist', department, permissions: customers },
  { key: 'bureauSpecialist', nameZh: '房管局专员', nameEn: 'Housing-bureau specialist', department, permissions: customers },
  { key: 'titleSpecialist', nameZh: '产权专员', nameEn: 'Title specialist', department, permissions: customers },
  { key: 'recordsKeeper', nameZh: '资料保管专员', nameEn: 'Records keeper', department, permissions: [...cases, original] },
  { key: 'analyst', nameZh: '数据专员', nameEn: 'Data analyst', department, permissions: [...cases, ...problems, 'customer.read'] },
  {
    key: 'coordinator',
    nameZh: '总协调员',
    nameEn: 'General coordinator',
    department: group,
    permissions: ['fine.read', 'notice.read', 'emergencyRepair.read', 'complaint.read', 'approval.read', 'contract.read', 'fine.sign'],
  },
  {
    key: 'groupLeader',
    nameZh: '应急小组组长',
    nameEn: 'Emergency group leader',
    department: group,
    permissions: ['fine.read', 'notice.read', 'emergencyRepair.read', 'approval.read'],
  },
  {
    key: 'groupDeputyLeader',
    nameZh: '应急小组副组长',
    nameEn: 'Emergency group deputy leader',
    department: group,
    permissions: ['fine.read', 'notice.read', 'emergencyRepair.read', 'approval.read'],
  },
  {
    key: 'companyLeader',
    nameZh: '公司分管领导',
    nameEn: 'Company leader',
    department: '公司',
    permissions: ['fine.read', 'emergencyRepair.read', 'approval.read', figures],
  },
  {
    key: 'costControl',
    nameZh: '成本控制部',
    nameEn: 'Cost control',
    department: '成本控制部',
    permissions: ['fine.read', 'emergencyRepair.read', 'contract.read', 'emergencyRepair.audit'],
  },
  {
    key: 'contracts',
    nameZh: '合约部',
    nameEn: 'Contracts',
    department: '合约部',
    permissions: ['fine.read', 'contract.read', 'contract.keep', 'contractor.keep'],
  },
  { key: 'finance', nameZh: '财务部', nameEn: 'Finance', department: '财务部', permissions: ['fine.read', 'contract.read', 'fine.settle'] },
  { key: 'economics', nameZh: '经济处', nameEn: 'Economics office', department: '经济处', permissions: ['fine.read'] },
  {
    key: 'engineering',
    nameZh: '工程指挥中心',
    nameEn: 'Engineering command centre',
    department: '工程指挥中心',
    permissions: ['notice.read', 'survey.read', 'contract.read', figures],
  },
  {
    key: 'planning',
    nameZh: '规划设计部',
    nameEn: 'Planning and design',
    department: '规划设计部',
    permissions: [figures, 'suggestionTable.read'],
  },
  {
    key: 'productDevelopment',
    nameZh: '产品研发部',
    nameEn: 'Product development',
    department: '产品研发部',
    permissions: [figures, 'suggestionTable.read'],
  },
  { key: 'marketing', nameZh: '策划部', nameEn: 'Marketing', department: '策划部', permissions: [] },
  { key: 'sales', nameZh: '销售部', nameEn: 'Sales', department: '销售部', permissions: [] },
  { key: 'humanResources', nameZh: '人力资源部', nameEn: 'Human resources', department: '人力资源部', permissions: [] },
  {
    key: 'administrator',
    nameZh: '系统管理员',
    nameEn: 'Administrator',
    department: '信息部',
    permissions: [
      'person.keep',
      'person.handOver',
      'position.keep',
      'department.keep',
      'chain.keep',
      'category.keep',
      'settings.change',
      'view.share',
      'view.setDefault',
      'report.schedule',
      'project.keep',
      'building.keep',
      'unit.keep',
      'approval.read',
      'approval.reassign',
      'complaint.import',
    ],
  },
]
export const shippedPositions: readonly ShippedPosition[] = list.map((one) => ({
  ...one,
  permissions: [...new Set([...everybody, ...one.permissions])],
}))

/** Reading, and what no decision carries but a permission names. */
const besideDecisions = ['customer.personal', 'evidence.original', 'report.schedule', 'trend.read', 'view.setDefault', 'view.share']
/** Every permission there is: those decisions name, reading each noun, and seeing personal data. */
export const allPermissions = (
  nouns: Readonly<Record<string, { readonly decisions: Readonly<Record<string, { readonly by: unknown }>> }>>,
): readonly string[] => {
  const named = Object.entries(nouns).flatMap(([noun, { decisions }]) => [
    `${noun}.read`,
    ...Object.values(decisions).flatMap(({ by }) =>
      typeof by === 'object' && by !== null && 'permission' in by && typeof by.permission === 'string' ? [by.permission] : [],
    ),
  ])
  return [...new Set([...named, ...besideDecisions])].toSorted()
}
