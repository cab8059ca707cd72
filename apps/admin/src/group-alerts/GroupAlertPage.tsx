import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { GroupAlertRecord } from './GroupAlertRecord.tsx'

export function GroupAlertPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <GroupAlertRecord id={id} place={{ beside: false, back: { href: '/group-alerts', label: t('rail.group-alerts') } }} />
}
