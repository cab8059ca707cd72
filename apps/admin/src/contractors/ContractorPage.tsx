import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { ContractorRecord } from './ContractorRecord.tsx'

export function ContractorPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <ContractorRecord id={id} place={{ beside: false, back: { href: '/contractors', label: t('rail.contractors') } }} />
}
