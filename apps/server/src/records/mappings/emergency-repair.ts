import { spent, type EmergencyRepair } from '@lintel/domain'
import { idFrom } from '../identity.ts'
import { at, fen, or, type Mapping } from '../mapping.ts'
import { evidenceOf } from './evidence.ts'

export const emergencyRepair: Mapping<EmergencyRepair> = {
  table: 'emergency_repair',
  lockedByFacts: true,
  found: {
    notice: 'notice_id',
    representative: 'representative_id',
    complaints: 'complaint_ids',
    contractor: 'contractor_id',
    fine: 'fine_id',
    team: 'team_id',
  },
  columns: (repair) => ({
    number: repair.number,
    project_id: repair.project,
    notice_id: repair.notice,
    contractor_id: repair.contractor,
    representative_id: repair.representative,
    fine_id: or(repair.fine),
    approval_id: or(repair.approval),
    team_id: or(repair.team),
    complaint_ids: repair.complaints,
    started_by: repair.startedBy,
    started_at: at(repair.startedAt),
    since: at(repair.since),
    estimate_fen: fen(repair.estimate),
    budget_fen: fen(repair.budget),
    spent_fen: fen(spent(repair)),
    audited_fen: fen(repair.audited?.amount),
    charge_fen: fen(repair.charge?.amount),
    surcharge_permille: or(repair.charge?.surchargePermille),
    currency: 'CNY',
  }),
  children: {
    repair_complaint: {
      of: 'repair_id',
      rows: ({ id, complaints }) => complaints.map((complaint) => ({ repair_id: id, complaint_id: complaint })),
    },
  },
  entries: {
    ledger_entry: {
      of: 'repair_id',
      key: 'id',
      rows: ({ id, contractor, project, charge }) =>
        charge
          ? [
              {
                id: idFrom('entry', id, 'charge'),
                contractor_id: contractor,
                project_id: project,
                fine_id: null,
                repair_id: id,
                kind: 'chargeBack',
                amount_fen: fen(charge.amount),
                currency: 'CNY',
                at: at(charge.at),
              },
            ]
          : [],
    },
    ...evidenceOf('emergencyRepair'),
  },
}
