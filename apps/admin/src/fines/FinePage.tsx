import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { FineRecord } from './FineRecord.tsx'

export function FinePage() {
  const { t } = useWords()
  const id = useRecordId()
  return <FineRecord id={id} place={{ beside: false, back: { href: '/fines', label: t('rail.fines') } }} />
}
