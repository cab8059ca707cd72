import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { ComplaintRecord } from './ComplaintRecord.tsx'

export function ComplaintPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <ComplaintRecord id={id} place={{ beside: false, back: { href: '/complaints', label: t('rail.complaints') } }} />
}
