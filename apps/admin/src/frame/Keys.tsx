import './own-words.ts'
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
            { keys: ['←', '→', '↑', '↓'], does: t('keys.cells') },
            { keys: ['J', 'K'], does: t('keys.rows') },
            { keys: ['PgUp', 'PgDn'], does: t('keys.page') },
            { keys: ['Home', 'End'], does: t('keys.ends') },
            { keys: ['Ctrl', 'Home'], does: t('keys.first') },
            { keys: ['⏎'], does: t('keys.open') },
            { keys: ['Space', 'X'], does: t('keys.select') },
            { keys: ['Shift', 'Space'], does: t('keys.selectRange') },
            { keys: ['Shift', '→'], does: t('keys.block') },
            { keys: ['Ctrl', 'C'], does: t('keys.copy') },
            { keys: ['F2'], does: t('keys.edit') },
            { keys: ['Ctrl', 'V'], does: t('keys.paste') },
            { keys: ['Ctrl', 'Z'], does: t('keys.undo') },
            { keys: ['Esc'], does: t('keys.nothing') },
          ],
        },
        {
          title: t('keys.header'),
          keys: [
            { keys: ['⏎'], does: t('keys.sort') },
            { keys: ['Shift', '⏎'], does: t('keys.sortBeside') },
            { keys: ['Shift', '→'], does: t('keys.widen') },
            { keys: ['='], does: t('keys.fit') },
            { keys: ['Ctrl', 'Shift', '→'], does: t('keys.move') },
            { keys: ['Space'], does: t('keys.columnMenu') },
          ],
        },
        {
          title: t('keys.queue'),
          keys: [
            { keys: ['J', 'K'], does: t('keys.next') },
            { keys: ['A'], does: t('keys.approve') },
            { keys: ['R'], does: t('keys.return') },
            { keys: ['D'], does: t('decision.approvalReject') },
            { keys: ['T'], does: t('decision.approvalTransfer') },
            { keys: ['E'], does: t('decision.approvalAddSigners') },
            { keys: ['B'], does: t('decision.approvalSendBack') },
            { keys: ['M'], does: t('decision.approvalComment') },
            { keys: ['U'], does: t('decision.approvalUrge') },
            { keys: ['W'], does: t('decision.approvalWithdraw') },
            { keys: ['S'], does: t('decision.fineSign') },
            { keys: ['I'], does: t('decision.fineIssue') },
            { keys: ['P'], does: t('decision.fineDecideAppeal') },
            { keys: ['X'], does: t('keys.select') },
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
