import { EvidenceGrid, Moment, PersonName, StateDot, type Tone } from '@lintel/ui'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import type { AppealPartsFragment } from '../gql/graphql.ts'
import { labelled, listed, useWords } from '../words/words.ts'
import classes from './Appeal.module.css'

const tones: Readonly<Record<string, Tone>> = { upheld: 'green', partly: 'green', dismissed: 'gray', withdrawn: 'gray', notApproved: 'red' }

/** What the contractor says against the fine, what shows it, and what became of it. F-9 */
export function Appeal({ of }: { of: AppealPartsFragment }) {
  const { t } = useWords()
  const { fact, decided, ended } = of
  return (
    <div className={classes.appeal}>
      <p className={classes.reasons}>{of.reasons}</p>
      <p className={classes.when}>
        {t('appeals.handedIn')} <Moment at={fact.at} as="exact" />　{t('appeals.entered')} <Moment at={fact.entered} as="exact" />{' '}
        <PersonName of={fact.by} />
      </p>
      {fact.late && (
        <p className={classes.late}>
          {labelled(t('ui.late'), listed([fact.late.reason, fact.late.proof].filter((part) => typeof part === 'string')))}
        </p>
      )}
      <EvidenceGrid items={itemsOf(fact.evidence)} onCheck={checkFile} quiet />
      {decided && (
        <p className={classes.when}>
          <strong>{t(`choice.AppealOutcome.${decided.outcome}`)}</strong>　{decided.reason}　<PersonName of={decided.by} />{' '}
          <Moment at={decided.at} as="exact" />
        </p>
      )}
      {ended ? (
        <StateDot word={t(`appealEnd.${ended}`)} tone={tones[ended] ?? 'gray'} />
      ) : (
        <StateDot word={t(decided ? 'appeals.waitsForApproval' : 'appeals.waits')} tone="amber" />
      )}
    </div>
  )
}
