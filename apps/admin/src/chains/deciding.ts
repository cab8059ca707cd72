/** How an approver's verbs weigh. B-2 */
export const approvalOrder = [
  'approvalApprove',
  'approvalReturn',
  'approvalReject',
  'approvalTransfer',
  'approvalAddSigners',
  'approvalSendBack',
  'approvalComment',
  'approvalUrge',
  'approvalWithdraw',
  'approvalReassign',
]
