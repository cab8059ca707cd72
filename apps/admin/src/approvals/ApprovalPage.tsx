import { useEffect } from 'react'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { ApprovalSubjectDocument } from '../gql/graphql.ts'
import { hrefOf } from '../paths.ts'
import { RecordState } from '../record/RecordLayout.tsx'
import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'

/** An approval's address leads to what it is about. */
export function ApprovalPage() {
  const { t } = useWords()
  const id = useRecordId()
  const { data, loading, error, again } = useRead(ApprovalSubjectDocument, { id }, { of: [] })
  const subject = data?.approval && { noun: data.approval.subjectNoun, id: data.approval.subjectId }
  const go = useGo()
  const href = subject && hrefOf(subject)
  useEffect(() => {
    if (href) go(href, {}, true)
  }, [href, go])
  if (!subject)
    return (
      <RecordState
        loading={loading}
        error={error}
        place={{ beside: false, back: { href: '/approvals', label: t('rail.approvals') } }}
        onRetry={again}
      />
    )
  return null
}
