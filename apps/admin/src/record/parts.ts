import type { TFunction } from 'i18next'

const signs = new Set([
  'approvalApprove',
  'approvalReject',
  'approvalReturn',
  'approvalSendBack',
  'approvalTransfer',
  'approvalAddSigners',
  'approvalReassign',
])

/** A task names its part: the seat to sign on, the desk, the ground. Nobody is asked for what the task already says. */
export const fixedByPart = (decision: string, part: string | null | undefined): Readonly<Record<string, unknown>> => {
  if (!part) return {}
  if (signs.has(decision)) return { seat: part }
  if (decision === 'fineAcknowledge') return { desk: part }
  if (decision === 'emergencyRepairConfirmQuantities') return { party: part }
  if (decision === 'noticeTakeNote' && part.startsWith('ground')) return { ground: Number(part.slice('ground'.length)) }
  return {}
}

/** The part in words, where a person knows it by one. */
export const partWord = ({ mutation, part }: { mutation: string; part: string | null }, t: TFunction, has: (key: string) => boolean) =>
  part && !signs.has(mutation) && has(`part.${part}`) ? t(`part.${part}`) : undefined
