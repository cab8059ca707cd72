import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { VisitRecord } from './VisitRecord.tsx'

export function VisitPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <VisitRecord id={id} place={{ beside: false, back: { href: '/visits', label: t('rail.visits') } }} />
}
