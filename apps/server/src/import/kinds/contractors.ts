import { choice, input, keyOf, required, textsOf, type ImportKind } from './kind.ts'

/** 施工单位 and the other parties: known again by their number there, else by name. §2 */
export const contractors: ImportKind = {
  name: 'contractors',
  noun: 'contractor',
  adds: 'contractor.add',
  changes: 'contractor.change',
  permissions: ['contractor.keep'],
  inputs: {
    sourceId: input('line', '编号 单位编号 施工单位编号 供应商编号 id contractorId contractorNo'),
    name: input('line', '名称 单位名称 单位 施工单位 施工单位名称 公司 公司名称 company contractor', required),
    kind: choice('PartyKind', '类型 单位类型 类别 性质 type', required),
    contact: input('line', '联系人 负责人 项目经理'),
    phone: input('line', '电话 联系电话 手机 联系方式 mobile tel'),
    vetoed: input('flag', '一票否决 投标一票否决 黑名单'),
    vetoedUntil: input('day', '否决至'),
  },
  known: ({ name }) => keyOf('contractor', name),
  knownBy: ({ name }) => keyOf('contractor', name),
  where: (said) => [{ property: 'name', values: textsOf(said, 'name') }],
  input: ({ sourceId: _, ...said }) => ({ vetoed: false, ...said }),
}
