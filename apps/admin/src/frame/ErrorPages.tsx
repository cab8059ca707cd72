import { Button } from '@mantine/core'
import { Blank } from '@lintel/ui'
import { useNavigate } from '@tanstack/react-router'
import { useWords } from '../words/words.ts'

/** A page that is not there says where to go. */
export function NotFoundPage() {
  const { t } = useWords()
  const navigate = useNavigate()
  return (
    <Blank
      title={t('error.notFound')}
      hint={t('error.notFoundHint')}
      action={<Button onClick={() => void navigate({ to: '/tasks' })}>{t('error.toTasks')}</Button>}
    />
  )
}

/** A fault of ours: what was typed is kept in drafts, so loading anew loses nothing. */
export function BrokenPage() {
  const { t } = useWords()
  return (
    <Blank
      tone="red"
      title={t('error.broken')}
      hint={t('error.brokenHint')}
      action={<Button onClick={() => location.reload()}>{t('error.reload')}</Button>}
    />
  )
}
