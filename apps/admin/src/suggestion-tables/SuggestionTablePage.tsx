import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { SuggestionTableRecord } from './SuggestionTableRecord.tsx'

export function SuggestionTablePage() {
  const { t } = useWords()
  const id = useRecordId()
  return (
    <SuggestionTableRecord id={id} place={{ beside: false, back: { href: '/suggestion-tables', label: t('rail.suggestion-tables') } }} />
  )
}
