import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ApprovalMode, ChainsQuery } from '../../gql/graphql.ts'
import { labelled, useWords } from '../../words/words.ts'
import classes from './Chains.module.css'
import { ConditionFields } from './ConditionFields.tsx'
import { newCondition, newSeat, replaced, without, type DraftStep } from './draft.ts'
import { SeatFields } from './SeatFields.tsx'

/** One step: its mode, its seats, and when it is asked. B-1 */
export function StepFields({
  of,
  n,
  last,
  chain,
  onChange,
  onMove,
  onRemove,
}: {
  of: DraftStep
  n: number
  last: boolean
  chain: ChainsQuery['chains'][number]
  onChange: (step: DraftStep) => void
  onMove: (by: number) => void
  onRemove: (() => void) | undefined
}) {
  const { t } = useWords()
  const name = t('settings.chain.step', { n: n + 1 })
  const tool = (label: string, icon: React.ReactNode, disabled: boolean, onClick: () => void) => (
    <ActionIcon variant="subtle" color="gray" size="lg" aria-label={labelled(name, label)} disabled={disabled} onClick={onClick}>
      {icon}
    </ActionIcon>
  )
  return (
    <section className={classes.step} aria-label={name}>
      <div className={classes.line}>
        <Select
          label={`${name} · ${t('settings.chain.mode')}`}
          data={chain.modes.map((mode) => ({ value: mode, label: t(`chain.${mode}`) }))}
          value={of.mode}
          allowDeselect={false}
          w={150}
          onChange={(mode) => mode && onChange({ ...of, mode: mode as ApprovalMode })}
        />
        {tool(t('settings.chain.up'), <IconArrowUp size={16} aria-hidden="true" />, n === 0, () => onMove(-1))}
        {tool(t('settings.chain.down'), <IconArrowDown size={16} aria-hidden="true" />, last, () => onMove(1))}
        {tool(t('settings.chain.remove'), <IconTrash size={16} aria-hidden="true" />, !onRemove, () => onRemove?.())}
      </div>
      {of.seats.map((seat) => (
        <SeatFields
          key={seat.key}
          of={seat}
          chain={chain}
          onChange={(changed) => onChange({ ...of, seats: replaced(of.seats, changed) })}
          {...(of.seats.length > 1 ? { onRemove: () => onChange({ ...of, seats: without(of.seats, seat) }) } : {})}
        />
      ))}
      <div className={classes.line}>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange({ ...of, seats: [...of.seats, newSeat()] })}
        >
          {t('settings.chain.addSeat')}
        </Button>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} aria-hidden="true" />}
          onClick={() => onChange({ ...of, when: [...of.when, newCondition()] })}
        >
          {t(of.when.length === 0 ? 'settings.chain.addCondition' : 'settings.chain.addOtherCondition')}
        </Button>
      </div>
      {of.when.map((condition) => (
        <ConditionFields
          key={condition.key}
          of={condition}
          chain={chain}
          onChange={(changed) => onChange({ ...of, when: replaced(of.when, changed) })}
          onRemove={() => onChange({ ...of, when: without(of.when, condition) })}
        />
      ))}
    </section>
  )
}
