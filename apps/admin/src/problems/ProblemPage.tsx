import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { ProblemRecord } from './ProblemRecord.tsx'

export function ProblemPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <ProblemRecord id={id} place={{ beside: false, back: { href: '/problems', label: t('rail.problems') } }} />
}
