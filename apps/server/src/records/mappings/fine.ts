import { openSum, type Fine } from '@lintel/domain'
import { idFrom } from '../identity.ts'
import { at, fen, or, type Mapping } from '../mapping.ts'
import { evidenceOf } from './evidence.ts'

const withoutEffect = ['rejected', 'stopped', 'cancelled']

export const fine: Mapping<Fine> = {
  table: 'fine',
  lockedByFacts: true,
  found: {
    notice: 'notice_id',
    representative: 'representative_id',
    keeper: 'keeper_id',
    contractor: 'contractor_id',
    repair: 'repair_id',
  },
  columns: (fine) => ({
    number: fine.number,
    project_id: fine.project,
    notice_id: fine.notice,
    contractor_id: fine.contractor,
    keeper_id: or(fine.keeper),
    representative_id: fine.representative,
    coordinator_id: or(fine.coordinator),
    approval_id: or(fine.approval),
    repair_id: or(fine.repair),
    replaces_id: or(fine.replaces),
    grounds: fine.grounds.map(({ ground }) => ground).toSorted((a, b) => a - b),
    severity: or(fine.severity),
    amount_fen: fen(fine.amount),
    floor_fen: fen(fine.floor),
    open_fen: fen(openSum(fine)),
    currency: 'CNY',
    rules_version: or(fine.rulesVersion),
    drafted_at: at(fine.draftedAt),
    since: at(fine.since),
    signed_at: at(fine.signedAt),
    approved_at: at(fine.approvedAt),
    issued_at: at(fine.issuedAt),
    relief_fen: fen(fine.relief?.amount),
    relief_approval_id: or(fine.relief?.approval),
    appealed_at: at(fine.appeal?.fact.at),
    appeal_end: or(fine.appeal?.ended?.as),
  }),
  children: {
    fine_ground: {
      of: 'fine_id',
      // F-10
      rows: (fine) =>
        fine.grounds.map(({ ground }) => ({
          fine_id: fine.id,
          notice_id: fine.notice,
          ground,
          counts: !withoutEffect.includes(fine.state),
        })),
    },
    fine_complaint: {
      of: 'fine_id',
      rows: ({ id, complaints }) => complaints.map((complaint) => ({ fine_id: id, complaint_id: complaint })),
    },
  },
  entries: {
    ledger_entry: {
      of: 'fine_id',
      key: 'id',
      rows: (fine) =>
        fine.entries.map((entry, n) => ({
          id: idFrom('entry', fine.id, `${n}`),
          contractor_id: fine.contractor,
          project_id: fine.project,
          fine_id: fine.id,
          repair_id: null,
          kind: entry.kind,
          amount_fen: `${entry.kind === 'issued' ? entry.amount : 0n - entry.amount}`,
          currency: 'CNY',
          at: at(entry.at),
        })),
    },
    ...evidenceOf('fine'),
  },
}
