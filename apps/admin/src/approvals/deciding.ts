import type { ApprovalPartsFragment } from '../gql/graphql.ts'
import type { Special } from '../record/Decisions.tsx'

export const approvalOrder = ['approvalApprove', 'approvalReturn', 'approvalReject', 'approvalTransfer', 'approvalAddSigners', 'approvalSendBack', 'approvalComment', 'approvalUrge', 'approvalWithdraw', 'approvalReassign']

const seated = ['approvalApprove', 'approvalReject', 'approvalReturn', 'approvalSendBack', 'approvalTransfer', 'approvalAddSigners']

/** A signer signs on the seat that is theirs; nobody is asked for its id. */
export const onMySeat = (approval: ApprovalPartsFragment | null | undefined): Readonly<Record<string, Special>> => {
  const seat = approval?.mySeat
  return seat ? Object.fromEntries(seated.map((decision) => [decision, { fixed: { seat } }])) : {}
}
