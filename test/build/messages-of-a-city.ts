/** How the public messages with their replies are read as complaints. X-5 */
export const messagesOfACity = {
  source: 'gov',
  inputs: {
    sourceId: '留言编号',
    title: { column: '留言主题', cut: 120 },
    wording: '留言详情',
    registeredAt: '留言时间',
    reply: '答复意见',
    repliedAt: '答复时间',
    project: { value: '郦城' },
    category: { value: '质量' },
    kind: { value: 'complaint' },
    channel: { value: 'message' },
    severity: { value: 'general' },
  },
}
