import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { ProjectRecord } from './ProjectRecord.tsx'

export function ProjectPage() {
  const { t } = useWords()
  const id = useRecordId()
  return <ProjectRecord id={id} place={{ beside: false, back: { href: '/projects', label: t('rail.projects') } }} />
}
