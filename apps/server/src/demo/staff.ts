/** Who works in the demo company. Those with a sign-in are the ones the README names; the password is one for all. */
export const password = 'lintel-demo'
export const domain = 'lintel.test'

type Member = {
  readonly key: string
  readonly name: string
  readonly positions: readonly string[]
  /** Their department, by its key; none: the group and the company's leaders. */
  readonly department?: string
  /** Whoever hears of what they are late with. B-5 */
  readonly superior?: string
  /** Leads their department. */
  readonly head?: true
  /** Indexes of their projects; none: all of them. */
  readonly projects?: readonly number[]
  readonly signsIn?: true
}

export const staff: readonly Member[] = [
  { key: 'manager', name: '周敏', positions: ['manager'], department: 'afterSales', superior: 'company', head: true, signsIn: true },
  {
    key: 'deputy',
    name: '何建国',
    positions: ['deputyManager'],
    department: 'afterSales',
    superior: 'manager',
    projects: [0, 1, 2, 3, 4],
    signsIn: true,
  },
  {
    key: 'rep',
    name: '李晓梅',
    positions: ['representative'],
    department: 'afterSales',
    superior: 'deputy',
    projects: [0, 1],
    signsIn: true,
  },
  {
    key: 'rep2',
    name: '张志强',
    positions: ['representative'],
    department: 'afterSales',
    superior: 'deputy',
    projects: [2, 3],
    signsIn: true,
  },
  { key: 'rep3', name: '陈思雨', positions: ['representative'], department: 'afterSales', superior: 'manager', projects: [4, 5] },
  { key: 'rep4', name: '刘海涛', positions: ['representative'], department: 'afterSales', superior: 'manager', projects: [6, 7] },
  { key: 'rep5', name: '杨佳', positions: ['representative'], department: 'afterSales', superior: 'manager', projects: [8, 9] },
  { key: 'rep6', name: '黄丽萍', positions: ['representative'], department: 'afterSales', superior: 'manager', projects: [0, 2, 4, 6, 8] },
  { key: 'rep7', name: '吴俊杰', positions: ['representative'], department: 'afterSales', superior: 'manager', projects: [1, 3, 5, 7, 9] },
  { key: 'frontdesk', name: '赵欣', positions: ['frontDesk'], department: 'afterSales', superior: 'deputy', signsIn: true },
  { key: 'frontdesk2', name: '孙艳', positions: ['frontDesk'], department: 'afterSales', superior: 'deputy' },
  { key: 'coordinator', name: '徐文斌', positions: ['coordinator'], superior: 'leader', signsIn: true },
  { key: 'leader', name: '胡永刚', positions: ['groupLeader'], superior: 'company', signsIn: true },
  { key: 'deputy-leader', name: '郭春华', positions: ['groupDeputyLeader'], superior: 'leader', signsIn: true },
  { key: 'company', name: '林振东', positions: ['companyLeader'], signsIn: true },
  { key: 'cost', name: '高洁', positions: ['costControl'], department: 'costControl', superior: 'company', head: true, signsIn: true },
  { key: 'contracts', name: '罗明', positions: ['contracts'], department: 'contracts', superior: 'company', head: true, signsIn: true },
  { key: 'finance', name: '梁雪', positions: ['finance'], department: 'finance', superior: 'company', head: true, signsIn: true },
  { key: 'economic', name: '宋宁', positions: ['economics'], department: 'economics', superior: 'company', head: true, signsIn: true },
  { key: 'analyst', name: '郑悦', positions: ['analyst'], department: 'afterSales', superior: 'manager', signsIn: true },
  // those who give opinions, audit and confirm facts: one asked is all asked
  { key: 'cost2', name: '许静', positions: ['costControl'], department: 'costControl', superior: 'cost' },
  { key: 'contracts2', name: '邓凯', positions: ['contracts'], department: 'contracts', superior: 'contracts' },
  { key: 'finance2', name: '冯莉', positions: ['finance'], department: 'finance', superior: 'finance' },
  {
    key: 'engineering',
    name: '曹亮',
    positions: ['engineering'],
    department: 'engineering',
    superior: 'company',
    head: true,
  },
  { key: 'engineering2', name: '彭涛', positions: ['engineering'], department: 'engineering', superior: 'engineering' },
  { key: 'planning', name: '曾琳', positions: ['planning'], department: 'planning', superior: 'company', head: true, signsIn: true },
  { key: 'planning2', name: '萧然', positions: ['planning'], department: 'planning', superior: 'planning' },
  {
    key: 'product',
    name: '田野',
    positions: ['productDevelopment'],
    department: 'productDevelopment',
    superior: 'company',
    head: true,
    signsIn: true,
  },
  { key: 'marketing', name: '董洁', positions: ['marketing'], department: 'marketing', superior: 'company', head: true },
  { key: 'sales', name: '袁峰', positions: ['sales'], department: 'sales', superior: 'company', head: true },
  { key: 'personnel', name: '潘颖', positions: ['humanResources'], department: 'humanResources', superior: 'company', head: true },
  { key: 'admin', name: '谢宇轩', positions: ['administrator'], signsIn: true },
]
export const emailOf = (key: string) => `${key}@${domain}`

/** Everybody after their superior. */
export const topDown = (members: readonly Member[]): readonly Member[] => {
  const under = (superior: string | undefined): readonly Member[] =>
    members.filter((member) => member.superior === superior).flatMap((member) => [member, ...under(member.key)])
  return under(undefined)
}
