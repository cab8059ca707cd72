/** One key a verb, while a request is looked at: an approver's, and the decisions that are asked for in the queue. B-2, B-6 */
export const keys = {
  a: 'approvalApprove',
  r: 'approvalReturn',
  d: 'approvalReject',
  t: 'approvalTransfer',
  e: 'approvalAddSigners',
  b: 'approvalSendBack',
  m: 'approvalComment',
  u: 'approvalUrge',
  w: 'approvalWithdraw',
  s: 'fineSign',
  i: 'fineIssue',
  p: 'fineDecideAppeal',
}
