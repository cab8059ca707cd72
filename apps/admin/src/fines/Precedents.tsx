import { Skeleton } from '@mantine/core'
import { Moment, Money, useLink } from '@lintel/ui'
import { FinePrecedentsDocument } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { GroundMarks } from '../grounds/Grounds.tsx'
import { pathOf } from '../paths.ts'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import classes from './Precedents.module.css'

/** Past fines most like this one, what the default cost, and how high such fines were: a suggestion, never a decision. F-12 */
export function Precedents({ fine, contractor }: { fine: string; contractor: string }) {
  const { t } = useWords()
  const Link = useLink()
  const { data } = useRead(FinePrecedentsDocument, { id: fine }, { of: ['fine', 'emergencyRepair'] })
  if (!data?.fine) return <Skeleton height={60} />
  const { fines, bands } = data.fine.precedents
  if (fines.length === 0) return <p className={classes.soft}>{t('precedents.none')}</p>
  return (
    <>
      {bands.length > 0 && (
        <dl className={classes.bands}>
          {bands.map((band) => (
            <div key={band.severity}>
              <dt>
                {t(`choice.FineSeverity.${band.severity}`)} <small>{t('precedents.of', { count: band.count })}</small>
              </dt>
              <dd>
                <Money of={band.low} /> – <Money of={band.high} />
                <small>
                  {t('precedents.middle')} <Money of={band.middle} />
                </small>
              </dd>
            </div>
          ))}
        </dl>
      )}
      <ul className={classes.fines}>
        {fines.map((each) => (
          <li key={each.fine}>
            <Link to={pathOf('fine', each.fine)} className={classes.fine}>
              <span className={classes.line}>
                <strong>
                  <Money of={each.amount} />
                </strong>
                <span>{t(`choice.FineSeverity.${each.severity}`)}</span>
                <GroundMarks of={each.groundNumbers.map((ground) => ({ ground }))} />
                <State of="fine" is={each.state} />
              </span>
              <span className={classes.soft}>
                {each.number} · {each.contractor === contractor ? t('precedents.same') : each.contractorName} ·{' '}
                <Moment at={each.signedAt} />
                {each.audited && (
                  <>
                    {' '}
                    · {t('precedents.cost')} <Money of={each.audited} />
                  </>
                )}
                {each.charge && (
                  <>
                    {' '}
                    · {t('precedents.charge')} <Money of={each.charge} />
                  </>
                )}
              </span>
            </Link>
          </li>
        ))}
      </ul>
      <p className={classes.soft}>{t('precedents.hint')}</p>
    </>
  )
}
