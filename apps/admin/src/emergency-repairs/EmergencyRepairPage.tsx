import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { EmergencyRepairRecord } from './EmergencyRepairRecord.tsx'

export function EmergencyRepairPage() {
  const { t } = useWords()
  const id = useRecordId()
  return (
    <EmergencyRepairRecord id={id} place={{ beside: false, back: { href: '/emergency-repairs', label: t('rail.emergency-repairs') } }} />
  )
}
