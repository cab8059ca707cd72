import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { NoticeRecord } from './NoticeRecord.tsx'

export function NoticePage() {
  const { t } = useWords()
  const id = useRecordId()
  return <NoticeRecord id={id} place={{ beside: false, back: { href: '/notices', label: t('rail.notices') } }} />
}
