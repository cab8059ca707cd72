import { Moment, Nothing } from '@lintel/ui'
import { IconAlertTriangle, IconClockQuestion } from '@tabler/icons-react'
import { useWords } from '../words/words.ts'
import classes from './Grounds.module.css'

export type GroundLine = {
  ground: number
  since: string | null
  sub: string | null
  proofs: readonly { what: string; at: string | null }[]
  pending?: boolean
  fined?: boolean
  letGoBecause?: string | null
  /** Added by the representative with a written reason, where false. F-1 */
  derived?: boolean
  reason?: string | null
  fellAt?: string | null
}

/** The grounds that hold, each with the recorded times that prove it; those a person added say so. F-1, N-5 */
export function Grounds({ of }: { of: readonly GroundLine[] }) {
  const { t } = useWords()
  if (of.length === 0) return <p className={classes.none}>{t('grounds.none')}</p>
  return (
    <ul className={classes.grounds}>
      {of.map((ground) => (
        <li key={ground.ground} data-pending={ground.pending || undefined} data-fell={ground.fellAt ? true : undefined}>
          <div className={classes.title}>
            {ground.pending ? <IconClockQuestion size={16} aria-hidden="true" /> : <IconAlertTriangle size={16} aria-hidden="true" />}
            <strong>
              {ground.ground}　{t(`ground.${ground.ground}`)}
            </strong>
            {ground.sub && <span>（{t(`groundSub.${ground.sub}`)}）</span>}
            {ground.pending && <em>{t('grounds.pending')}</em>}
            {ground.derived === false && <em>{t('grounds.added')}</em>}
            {ground.fellAt && <em>{t('grounds.fell')}</em>}
            {ground.fined && <em>{t('grounds.fined')}</em>}
            {ground.letGoBecause && <em>{t('grounds.letGo')}</em>}
          </div>
          {ground.since && (
            <div className={classes.since}>
              {t('grounds.since')} <Moment at={ground.since} as="exact" />
            </div>
          )}
          {(ground.reason ?? ground.letGoBecause) && <div className={classes.reason}>{ground.reason ?? ground.letGoBecause}</div>}
          {ground.proofs.length > 0 && (
            <dl className={classes.proofs}>
              {ground.proofs.map((proof) => (
                <div key={proof.what}>
                  <dt>{t(`proof.${proof.what}`)}</dt>
                  <dd>{proof.at ? <Moment at={proof.at} as="exact" /> : <span className={classes.missing}>{t('proof.notYet')}</span>}</dd>
                </div>
              ))}
            </dl>
          )}
        </li>
      ))}
    </ul>
  )
}

/** The grounds in a row of a list. */
export function GroundMarks({ of }: { of: readonly { ground: number; pending?: boolean }[] }) {
  const { t } = useWords()
  if (of.length === 0) return <Nothing />
  return (
    <span className={classes.marks}>
      {of.map((each) => (
        <span key={each.ground} data-pending={each.pending || undefined} title={t(`ground.${each.ground}`)}>
          {t(`groundShort.${each.ground}`)}
          {each.pending && ` · ${t('grounds.pendingShort')}`}
        </span>
      ))}
    </span>
  )
}
