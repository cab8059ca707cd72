import { lazy, Suspense, type ComponentType } from 'react'
import { NotFoundPage } from '../frame/ErrorPages.tsx'
import { hrefOf } from '../paths.ts'
import type { Place } from './RecordLayout.tsx'

export type RecordProps = { id: string; place: Place; keys?: Readonly<Record<string, string>>; onDecided?: () => void }

/** Which page shows which noun; each is fetched when the first of its kind is opened. */
const records: Readonly<Record<string, ComponentType<RecordProps>>> = {
  complaint: lazy(async () => ({ default: (await import('../complaints/ComplaintRecord.tsx')).ComplaintRecord })),
  notice: lazy(async () => ({ default: (await import('../notices/NoticeRecord.tsx')).NoticeRecord })),
  fine: lazy(async () => ({ default: (await import('../fines/FineRecord.tsx')).FineRecord })),
  emergencyRepair: lazy(async () => ({ default: (await import('../emergency-repairs/EmergencyRepairRecord.tsx')).EmergencyRepairRecord })),
  visit: lazy(async () => ({ default: (await import('../visits/VisitRecord.tsx')).VisitRecord })),
  departmentRequest: lazy(async () => ({
    default: (await import('../department-requests/DepartmentRequestRecord.tsx')).DepartmentRequestRecord,
  })),
  groupAlert: lazy(async () => ({ default: (await import('../group-alerts/GroupAlertRecord.tsx')).GroupAlertRecord })),
  suggestionTable: lazy(async () => ({ default: (await import('../suggestion-tables/SuggestionTableRecord.tsx')).SuggestionTableRecord })),
  problem: lazy(async () => ({ default: (await import('../problems/ProblemRecord.tsx')).ProblemRecord })),
  survey: lazy(async () => ({ default: (await import('../surveys/SurveyRecord.tsx')).SurveyRecord })),
  contractor: lazy(async () => ({ default: (await import('../contractors/ContractorRecord.tsx')).ContractorRecord })),
  project: lazy(async () => ({ default: (await import('../projects/ProjectRecord.tsx')).ProjectRecord })),
  approval: lazy(async () => ({ default: (await import('../approvals/ApprovalRecord.tsx')).ApprovalRecord })),
}

/** A record of whatever kind, beside a queue that holds many kinds. */
export function AnyRecord({
  of,
  close,
  keys,
  onDecided,
}: {
  of: { noun: string; id: string }
  close: () => void
  keys?: Readonly<Record<string, string>>
  onDecided?: () => void
}) {
  const Shown = records[of.noun]
  if (!Shown) return <NotFoundPage />
  return (
    <Suspense>
      <Shown
        key={of.id}
        id={of.id}
        place={{ beside: true, close, href: hrefOf(of) }}
        {...(keys ? { keys } : {})}
        {...(onDecided ? { onDecided } : {})}
      />
    </Suspense>
  )
}
