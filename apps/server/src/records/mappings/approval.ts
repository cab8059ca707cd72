import { signatures, type Approval, type Chain } from '@lintel/domain'
import { at, or, type Mapping } from '../mapping.ts'

export const chain: Mapping<Chain> = {
  table: 'chain',
  lockedByFacts: false,
  found: { kind: 'kind' },
  columns: ({ kind, versions }) => ({ kind, chain_version: versions.length }),
}

export const approval: Mapping<Approval> = {
  table: 'approval',
  lockedByFacts: true,
  found: {},
  columns: (approval) => ({
    project_id: or(approval.project),
    subject_noun: approval.subject.noun,
    subject_id: approval.subject.id,
    maker_ids: approval.makers,
    kind: or(approval.kind),
    chain_version: approval.chainVersion,
    round: approval.round,
    opened_at: at(approval.openedAt),
    ended_at: at(approval.ended?.at),
    reads: approval.reads,
  }),
  children: {
    approval_signature: {
      of: 'approval_id',
      rows: (approval) =>
        signatures(approval).map((signature) => ({
          approval_id: approval.id,
          seat: signature.seat,
          round: signature.round,
          by: signature.by,
          in_name_of: signature.inNameOf,
          at: at(signature.at),
          void: or(signature.void),
        })),
    },
  },
}
