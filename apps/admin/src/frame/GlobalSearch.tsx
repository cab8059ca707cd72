import { Modal } from '@mantine/core'
import { useWords } from '../words/words.ts'

export function GlobalSearch({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, say } = useWords()
  return <Modal opened={opened} onClose={onClose} title={t('search.title')} closeButtonProps={{ 'aria-label': say('close') }} />
}
