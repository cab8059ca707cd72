/** Who works in the demo company. Those with a sign-in are the ones the README names; the password is one for all. */
export const password = 'lintel-demo'
export const domain = 'lintel.test'

type Member = {
  readonly key: string
  readonly name: string
  readonly positions: readonly string[]
  /** Indexes of their projects; none: all of them. */
  readonly projects?: readonly number[]
  readonly signsIn?: true
}

export const staff: readonly Member[] = [
  { key: 'manager', name: '周敏', positions: ['manager'], signsIn: true },
  { key: 'deputy', name: '何建国', positions: ['deputyManager'], projects: [0, 1, 2, 3, 4], signsIn: true },
  { key: 'rep', name: '李晓梅', positions: ['representative'], projects: [0, 1], signsIn: true },
  { key: 'rep2', name: '张志强', positions: ['representative'], projects: [2, 3], signsIn: true },
  { key: 'rep3', name: '陈思雨', positions: ['representative'], projects: [4, 5] },
  { key: 'rep4', name: '刘海涛', positions: ['representative'], projects: [6, 7] },
  { key: 'rep5', name: '杨佳', positions: ['representative'], projects: [8, 9] },
  { key: 'rep6', name: '黄丽萍', positions: ['representative'], projects: [0, 2, 4, 6, 8] },
  { key: 'rep7', name: '吴俊杰', positions: ['representative'], projects: [1, 3, 5, 7, 9] },
  { key: 'frontdesk', name: '赵欣', positions: ['frontDesk'], signsIn: true },
  { key: 'frontdesk2', name: '孙艳', positions: ['frontDesk'] },
  { key: 'coordinator', name: '徐文斌', positions: ['coordinator'], signsIn: true },
  { key: 'leader', name: '胡永刚', positions: ['groupLeader'], signsIn: true },
  { key: 'deputy-leader', name: '郭春华', positions: ['groupDeputyLeader'], signsIn: true },
  { key: 'company', name: '林振东', positions: ['companyLeader'], signsIn: true },
  { key: 'cost', name: '高洁', positions: ['costControl'], signsIn: true },
  { key: 'contracts', name: '罗明', positions: ['contracts'], signsIn: true },
  { key: 'finance', name: '梁雪', positions: ['finance'], signsIn: true },
  { key: 'economic', name: '宋宁', positions: ['economics'], signsIn: true },
  { key: 'analyst', name: '郑悦', positions: ['analyst'], signsIn: true },
  { key: 'admin', name: '谢宇轩', positions: ['administrator'], signsIn: true },
]
export const emailOf = (key: string) => `${key}@${domain}`
