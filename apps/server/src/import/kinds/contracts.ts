import { choice, input, keyOf, many, required, textsOf, type ImportKind } from './kind.ts'

/** 合同: known again by their number. §2, W-2 */
export const contracts: ImportKind = {
  name: 'contracts',
  noun: 'contract',
  adds: 'contract.add',
  changes: 'contract.change',
  permissions: ['contract.keep'],
  inputs: {
    number: input('line', '编号 合同编号 合同号 contractNo contractNumber', required),
    contractor: input('contractor', '施工单位 单位 乙方 承包单位 承包方 company', required),
    project: input('project', '楼盘 项目 项目名称 小区', required),
    buildings: input('building', '楼栋 楼号 栋 范围 楼栋范围 building', many),
    trade: choice('Trade', '专业 工种 分项', required),
    amount: input('money', '金额 合同金额 合同价 总价 价款', required),
    retention: input('money', '质保金 保修金 质量保证金', required),
    warrantyEnd: input('day', '尾保期 质保到期 保修到期 尾保期至'),
  },
  known: ({ number }) => keyOf('contract', number),
  knownBy: ({ number }) => keyOf('contract', number),
  where: (said) => [{ property: 'number', values: textsOf(said, 'number') }],
  joined: ['buildings'],
  input: ({ buildings, ...said }) => ({ ...said, buildings: buildings ?? [] }),
}
