import { nameOf } from '../decisions.ts'
import { useGo } from '../go.ts'
import { useDecide } from '../graph/decide.ts'
import { pathOf } from '../paths.ts'
import { useMe } from '../session/session.tsx'
import { useWords } from '../words/words.ts'
import { DecisionModal, type Special } from './DecisionModal.tsx'
import { tell } from '../frame/tell.ts'

/** Whether the person's positions let them begin such a record; the API says so. */
export const useMayOpen = (decision: string) => (useMe().openings as readonly string[]).includes(nameOf(decision))

/** A form that brings a record into being, over whatever page one is on. */
export function Opening({
  decision,
  special,
  onClose,
  opens,
}: {
  decision: string
  special?: Special
  onClose: () => void
  opens?: boolean
}) {
  const { t } = useWords()
  const decide = useDecide()
  const go = useGo()
  return (
    <DecisionModal
      decision={decision}
      about="new"
      {...(special ? { special } : {})}
      onSend={async (input) => {
        const answer = await decide({ decision, input: { ...special?.fixed, ...input } })
        if (answer.is === 'done') {
          tell({ message: t('decide.done', { decision: t(`decision.${decision}`) }) })
          onClose()
          if (opens && answer.id) go(pathOf(answer.noun, answer.id))
        }
        return answer
      }}
      onClose={onClose}
    />
  )
}
