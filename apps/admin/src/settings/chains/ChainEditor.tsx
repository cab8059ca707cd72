import { Button, TextInput } from '@mantine/core'
import { Refusal, useDraft } from '@lintel/ui'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useDecide } from '../../graph/decide.ts'
import type { ChainsQuery } from '../../gql/graphql.ts'
import { useWords } from '../../words/words.ts'
import classes from './Chains.module.css'
import { draftFrom, moved, newStep, replaced, toInput, without } from './draft.ts'
import { StepFields } from './StepFields.tsx'
import { TryOut } from './TryOut.tsx'
import { tell } from '../../frame/tell.ts'

/** 修改审批链: steps, seats and conditions, tried out beside; saving makes a new version. B-1, G-1 */
export function ChainEditor({ chain, onClose }: { chain: ChainsQuery['chains'][number]; onClose: () => void }) {
  const { t, say, language } = useWords()
  const decide = useDecide()
  const now = { steps: draftFrom(chain.versions.at(-1)?.steps ?? [], language), reason: '' }
  const draft = useDraft(`chainChange:${chain.id}:${chain.revision}`, now)
  const { steps, reason } = draft.value
  const setSteps = (changed: typeof steps) => draft.change((was) => ({ ...was, steps: changed }))
  const setReason = (changed: string) => draft.change((was) => ({ ...was, reason: changed }))
  const [refused, setRefused] = useState<string>()
  const [sending, setSending] = useState(false)
  const save = async () => {
    setSending(true)
    const answer = await decide({
      decision: 'chainChange',
      id: chain.id,
      saw: [{ id: chain.id, revision: chain.revision }],
      input: { steps: toInput(steps), reason },
    })
    setSending(false)
    if (answer.is !== 'done') return setRefused(answer.message || t('decide.lost'))
    draft.forget(now)
    tell({ message: t('settings.chain.saved') })
    onClose()
  }
  return (
    <div className={`${classes.body} ${classes.editing}`}>
      <div>
        {draft.restored && (
          <p role="status">
            {say('draftKept')}
            <Button variant="subtle" onClick={() => draft.forget(now)}>
              {say('draftDiscard')}
            </Button>
          </p>
        )}
        {steps.map((step, n) => (
          <StepFields
            key={step.key}
            of={step}
            n={n}
            last={n === steps.length - 1}
            chain={chain}
            onChange={(changed) => setSteps(replaced(steps, changed))}
            onMove={(by) => setSteps(moved(steps, n, by))}
            onRemove={steps.length > 1 ? () => setSteps(without(steps, step)) : undefined}
          />
        ))}
        <Button
          className={classes.add}
          variant="default"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => setSteps([...steps, newStep()])}
        >
          {t('settings.chain.addStep')}
        </Button>
        {refused && <Refusal message={refused} />}
        <div className={`${classes.save} ${classes.add}`}>
          <TextInput
            label={t('settings.chain.reason')}
            required
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button loading={sending} disabled={reason.trim() === ''} onClick={() => void save()}>
            {t('settings.chain.save')}
          </Button>
          <Button variant="default" onClick={onClose}>
            {say('cancel')}
          </Button>
        </div>
      </div>
      <TryOut chain={chain} steps={toInput(steps)} />
    </div>
  )
}
