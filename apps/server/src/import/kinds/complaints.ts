import { choice, input, required, textsOf, type ImportKind } from './kind.ts'

const about = {
  sourceId: input('line', '编号 投诉编号 工单编号 工单号 留言编号 单号 id caseId caseNo number', required),
  title: input('line', '标题 主题 留言主题 事项 subject', required),
  wording: input('text', '内容 投诉内容 留言详情 描述 详情 description text content', required),
  wish: input('text', '诉求 客户诉求 要求'),
  kind: choice('ComplaintKind', '类型 性质 记录类型 type', required),
  channel: choice('Channel', '来源 渠道 受理渠道 source', required),
  severity: choice('Severity', '严重程度 程度 级别 等级 priority', required),
  category: input('category', '分类 类别 一级分类 投诉类别 二级分类', required),
  element: choice('Element', '部位'),
  trade: choice('Trade', '专业'),
  project: input('project', '楼盘 项目 项目名称 小区', required),
  building: input('building', '楼栋 栋 楼号 幢'),
  unit: input('unit', '房屋 房号 房间号 门牌号 room'),
  place: input('line', '位置 地点 具体位置 location'),
  customer: input('customer', '客户 客户电话 电话 手机 联系电话 业主 phone', { personal: 'phone' }),
} as const
const found = {
  noun: 'complaint',
  known: () => [],
  knownBy: () => [],
} as const

/** 投诉 taken over as history: they owe nothing. C-15 */
export const complaintHistory: ImportKind = {
  ...found,
  name: 'complaintHistory',
  adds: 'complaint.importHistory',
  permissions: ['complaint.import'],
  history: true,
  inputs: {
    ...about,
    registeredAt: input('moment', '时间 登记时间 投诉时间 留言时间 受理时间 日期 time date', required),
    reply: input('text', '答复 回复 答复意见 处理结果 处理意见 回复内容 answer result'),
    repliedAt: input('moment', '答复时间 回复时间 办结时间 处理时间 repliedOn closedAt'),
  },
  where: (said) => [{ property: 'historyKey', values: textsOf(said, 'historyKey') }],
  input: ({ historyKey: _, ...said }, source) => ({ ...said, source }),
}

/** 投诉 taken over as work to be done: their clocks run from when they were registered there. C-11, C-15 */
export const complaints: ImportKind = {
  ...found,
  name: 'complaints',
  adds: 'complaint.register',
  permissions: ['complaint.register'],
  inputs: {
    ...about,
    registeredAt: input('moment', '时间 登记时间 投诉时间 受理时间 日期 time date'),
    representative: input('person', '投诉代表 负责人 经办人 受理人 owner assignee'),
  },
  where: () => [],
  input: ({ sourceId: _, registeredAt: __, ...said }) => said,
}
