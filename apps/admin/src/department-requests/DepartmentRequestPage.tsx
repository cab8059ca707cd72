import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { DepartmentRequestRecord } from './DepartmentRequestRecord.tsx'

export function DepartmentRequestPage() {
  const { t } = useWords()
  const id = useRecordId()
  return (
    <DepartmentRequestRecord
      id={id}
      place={{ beside: false, back: { href: '/department-requests', label: t('rail.department-requests') } }}
    />
  )
}
