import { KeyboardHelp } from '@lintel/ui'
import { useWords } from '../words/words.ts'

export function Keys({ onClose }: { onClose: () => void }) {
  const { t } = useWords()
  return (
    <KeyboardHelp
      opened
      onClose={onClose}
      groups={[
        {
          title: t('keys.everywhere'),
          keys: [
            { keys: ['/'], does: t('keys.search') },
            { keys: ['n'], does: t('keys.new') },
            { keys: ['g'], does: t('keys.tasks') },
            { keys: ['q'], does: t('keys.approvals') },
            { keys: ['c'], does: t('keys.complaints') },
            { keys: ['?'], does: t('keys.help') },
          ],
        },
        {
          title: t('keys.lists'),
          keys: [
            { keys: ['J', 'K'], does: t('keys.rows') },
            { keys: ['⏎'], does: t('keys.open') },
            { keys: ['X'], does: t('keys.select') },
          ],
        },
        {
          title: t('keys.queue'),
          keys: [
            { keys: ['J', 'K'], does: t('keys.next') },
            { keys: ['A'], does: t('keys.approve') },
            { keys: ['R'], does: t('keys.return') },
          ],
        },
        {
          title: t('keys.forms'),
          keys: [
            { keys: ['Ctrl', '⏎'], does: t('keys.send') },
            { keys: ['Esc'], does: t('keys.leave') },
          ],
        },
      ]}
    />
  )
}
