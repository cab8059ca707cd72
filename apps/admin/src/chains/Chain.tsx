import { Moment, PersonName } from '@lintel/ui'
import { IconCheck, IconClock } from '@tabler/icons-react'
import type { ApprovalPartsFragment, SeatPartsFragment } from '../gql/graphql.ts'
import { useHolderName } from '../session/positions.ts'
import { useWords } from '../words/words.ts'
import classes from './Chain.module.css'

type Tree = SeatPartsFragment & { before?: readonly SeatPartsFragment[]; after?: readonly SeatPartsFragment[] }

/** Who has signed, whose signature is awaited, and who signs after. B-6 */
export function Chain({ of }: { of: ApprovalPartsFragment }) {
  const { t } = useWords()
  return (
    <ol className={classes.chain}>
      {of.steps.map((step, n) => (
        <li key={n} data-current={step.seats.some((seat) => seat.open) || undefined}>
          <span className={classes.mode}>
            {n + 1} · {t(`chain.${step.mode}`)}
          </span>
          <ul>
            {step.seats.flatMap((seat) => [
              ...(seat.before ?? []).map((each) => <SeatLine key={each.key} of={each} asked={t('choice.SignersWhere.before')} />),
              <SeatLine key={seat.key} of={seat} />,
              ...(seat.after ?? []).map((each) => <SeatLine key={each.key} of={each} asked={t('choice.SignersWhere.after')} />),
            ])}
          </ul>
        </li>
      ))}
    </ol>
  )
}

function SeatLine({ of, asked }: { of: Tree; asked?: string }) {
  const { t } = useWords()
  const holder = useHolderName()
  return (
    <li className={classes.seat} data-asked={asked ? true : undefined}>
      {of.signed ? <IconCheck size={15} aria-hidden="true" /> : <IconClock size={15} aria-hidden="true" data-open={of.open || undefined} />}
      <span>
        {of.signed ? <PersonName of={of.signed.by} inNameOf={of.signed.inNameOf} /> : holder(of.holder)}
        {asked && <small>（{asked}）</small>}
      </span>
      <span className={classes.when}>{of.signed ? <Moment at={of.signed.at} /> : of.open ? t('chain.awaited') : t('chain.later')}</span>
      {of.signed?.comment && <span className={classes.comment}>{of.signed.comment}</span>}
    </li>
  )
}
