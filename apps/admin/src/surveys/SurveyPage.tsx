import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { SurveyRecord } from './SurveyRecord.tsx'

export function SurveyPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <SurveyRecord id={id} place={{ beside: false, back: { href: '/surveys', label: t('rail.surveys') } }} />
}
