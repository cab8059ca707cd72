import { Checkbox } from '@mantine/core'
import { duration, Moment, Money, RunningClock, useNow } from '@lintel/ui'
import { subjectOf } from '../chains/subject.ts'
import type { TaskLineFragment } from '../gql/graphql.ts'
import { GroundMarks } from '../grounds/Grounds.tsx'
import { clockValue } from '../record/Clocks.tsx'
import { useTaskWords } from '../record/task-words.ts'
import { useMe } from '../session/session.tsx'
import { labelled, useWords } from '../words/words.ts'
import classes from './ApprovalsPage.module.css'

type Props = {
  of: TaskLineFragment
  current: boolean
  chosen: boolean
  onChoose: (() => void) | undefined
  onOpen: () => void
}

/** What a decision needs without opening it: who, how much, on which ground, with how much evidence, since when, and what it sets going. B-6 */
export function RequestCard({ of, current, chosen, onChoose, onOpen }: Props) {
  const { t, say, language } = useWords()
  const now = useNow()
  const what = useTaskWords()
  const me = useMe()
  return (
    <div className={classes.waiting} data-current={current || undefined}>
      {onChoose && <Checkbox size="xs" aria-label={`${say('selectRow')} ${of.number ?? ''}`} checked={chosen} onChange={onChoose} />}
      <button type="button" onClick={onOpen} aria-current={current || undefined}>
        <span className={classes.line}>
          <strong>{of.contractor?.name ?? of.title}</strong>
          {of.amount && (
            <strong>
              <Money of={of.amount} />
            </strong>
          )}
        </span>
        <span className={classes.line}>
          <span className={classes.soft}>
            {what(of)} · {t(`noun.${subjectOf(of).noun}`)} {of.number}
          </span>
          {of.clock && <RunningClock of={clockValue(of.clock)} />}
        </span>
        {of.contractor && <span className={classes.title}>{of.title}</span>}
        {of.grounds.length > 0 && <GroundMarks of={of.grounds.map((ground) => ({ ground }))} />}
        <span className={classes.line}>
          <span className={classes.soft}>
            {of.evidence > 0 ? t('approvals.evidence', { count: of.evidence }) : t('approvals.noEvidence')}
          </span>
          <span className={classes.soft}>{t('approvals.waited', { time: duration(now - Date.parse(of.from), language) })}</span>
        </span>
        {of.onApproval.length > 0 && (
          <span className={classes.then}>
            {labelled(t('approvals.onApproval'), of.onApproval.map((key) => t(`onApproval.${key}`)).join(language === 'zh' ? '；' : '; '))}
          </span>
        )}
        {of.urgedAt && (
          <span className={classes.pressed}>
            {t('approvals.urged')} <Moment at={of.urgedAt} />
          </span>
        )}
        {of.told && of.toldAt && (
          <span className={classes.pressed}>
            {t('approvals.told', { stage: t(`messages.stage.${of.told}`) })} <Moment at={of.toldAt} />
          </span>
        )}
        {of.escalatedAt && (
          <span className={classes.pressed}>
            {t('approvals.escalated')} <Moment at={of.escalatedAt} />
          </span>
        )}
        {of.holder && of.holder.id !== me.person?.id && (
          <span className={classes.name}>{t('approvals.inNameOf', { name: of.holder.name })}</span>
        )}
      </button>
    </div>
  )
}
