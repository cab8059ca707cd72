import { AnyRecord, type RecordProps } from '../record/AnyRecord.tsx'
import { RecordState } from '../record/RecordLayout.tsx'
import { useRead } from '../graph/read.ts'
import { ApprovalSubjectDocument } from '../gql/graphql.ts'

/** An approval is decided on the page of what it is about. */
export function ApprovalRecord({ id, place, keys, onDecided }: RecordProps) {
  const { data, loading, error, again } = useRead(ApprovalSubjectDocument, { id }, { of: ['approval'] })
  const subject = data?.approval && { noun: data.approval.subjectNoun, id: data.approval.subjectId }
  if (!subject) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  return (
    <AnyRecord
      of={subject}
      close={place.beside ? place.close : () => undefined}
      {...(keys ? { keys } : {})}
      {...(onDecided ? { onDecided } : {})}
    />
  )
}
