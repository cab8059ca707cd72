import type { ChainStepPartsFragment } from '../../gql/graphql.ts'
import { useHolderName } from '../../session/positions.ts'
import { useWords } from '../../words/words.ts'
import classes from './Chains.module.css'
import { useConditionWords } from './useConditionWords.ts'

/** A version of a chain, read: who signs, how, and when the step is asked. B-1 */
export function ChainSteps({ of }: { of: readonly ChainStepPartsFragment[] }) {
  const { t } = useWords()
  const holder = useHolderName()
  const condition = useConditionWords()
  return (
    <ol className={classes.steps}>
      {of.map((step, n) => (
        <li key={n}>
          <span className={classes.mode}>
            {n + 1} · {t(`chain.${step.mode}`)}
          </span>
          <strong>
            {step.seats
              .map((seat) => (seat.relation ? t(`choice.ChainRelation.${seat.relation}`) : holder(seat)))
              .join(t(step.mode === 'any' ? 'settings.chain.or' : 'settings.chain.andWho'))}
          </strong>
          <span className={classes.soft}>
            {step.when.length === 0 ? t('settings.chain.always') : step.when.map(condition).join(t('settings.chain.orIf'))}
          </span>
        </li>
      ))}
    </ol>
  )
}
