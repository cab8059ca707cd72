/** 100,000 rows of eleven columns, made when they are asked for; every grid of the bench shows the same ones. */
export const count = 100_000
export const columns = [
  'number',
  'title',
  'state',
  'severity',
  'project',
  'unit',
  'representative',
  'category',
  'customer',
  'amount',
  'registeredAt',
] as const
export type BenchRow = { id: string } & Record<(typeof columns)[number], string>

export const rowAt = (n: number): BenchRow => ({
  id: `row-${n}`,
  number: `TS-2026-${String(n).padStart(6, '0')}`,
  title: `次卧窗边渗水第${n}处，雨后更严重，墙皮一碰就掉`,
  state: ['已登记', '处理中', '已办结'][n % 3] ?? '',
  severity: ['一般', '严重质量', '重大突发'][(n * 7) % 3] ?? '',
  project: ['郦城', '远山', '云谷'][(n * 11) % 3] ?? '',
  unit: `${n % 40}栋 ${n % 3000}`,
  representative: `代表${n % 50}`,
  category: `分类${n % 90}`,
  customer: `客户${n % 4000}`,
  amount: `${(n * 37) % 90_000}.00`,
  registeredAt: `2026-${String((n % 12) + 1).padStart(2, '0')}-${String((n % 28) + 1).padStart(2, '0')} 09:00`,
})
