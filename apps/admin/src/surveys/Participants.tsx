import { Moment, SignatureMark, StateDot } from '@lintel/ui'
import type { SurveyQuery } from '../gql/graphql.ts'
import { Decisions } from '../record/Decisions.tsx'
import { useWords } from '../words/words.ts'
import classes from './Participants.module.css'

type Survey = NonNullable<SurveyQuery['survey']>

/** Who took part, and how each of them signed; what was signed before a correction stays to be seen. C-9, P-4 */
export function Participants({ survey, onChanged }: { survey: Survey; onChanged: () => void }) {
  const { t } = useWords()
  return (
    <ul className={classes.list}>
      {survey.participants.map((one) => {
        const standing = one.signatures.find((signature) => !signature.void)
        return (
          <li key={one.key}>
            <span className={classes.who}>
              <strong>{one.name}</strong>
              <span className={classes.soft}>{[t(`choice.SurveyRole.${one.role}`), one.organisation].filter(Boolean).join(' · ')}</span>
            </span>
            <span className={classes.signed}>
              {one.signatures.map((signature) => (
                <span key={signature.at} className={signature.void ? classes.void : classes.one}>
                  {signature.drawn && <SignatureMark path={signature.drawn} label={t('surveys.signatureOf', { name: one.name })} />}
                  {signature.refusedBecause && (
                    <>
                      <StateDot word={t('surveys.refused')} tone="red" /> {signature.refusedBecause}
                    </>
                  )}
                  {signature.void && <StateDot word={t('surveys.void')} hollow />}
                  <Moment at={signature.at} as="exact" />
                </span>
              ))}
              {!standing && survey.state === 'held' && (
                <Decisions
                  inRow
                  of={[survey]}
                  only={['surveySign']}
                  special={{ surveySign: { fixed: { participant: one.key } } }}
                  onChanged={onChanged}
                />
              )}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
