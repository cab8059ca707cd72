import { duration, Moment, PersonName, useNow } from '@lintel/ui'
import { IconCheck, IconClock } from '@tabler/icons-react'
import type { ApprovalPartsFragment, SeatPartsFragment } from '../gql/graphql.ts'
import { useHolderName } from '../session/positions.ts'
import { useWords } from '../words/words.ts'
import classes from './Chain.module.css'

type Tree = SeatPartsFragment & { before?: readonly Tree[]; after?: readonly Tree[] }

/** Everybody on a seat in the order in which they sign: those asked first, the seat, those who sign as well. */
const line = (
  seat: Tree,
  added?: 'before' | 'after',
  deep = 0,
): readonly { seat: Tree; added: 'before' | 'after' | undefined; deep: number }[] => [
  ...(seat.before ?? []).flatMap((each) => line(each, 'before', deep + 1)),
  { seat, added, deep },
  ...(seat.after ?? []).flatMap((each) => line(each, 'after', deep + 1)),
]

/** Who has signed and how long it took, whose signature is awaited and since when, who signs after, and what no longer counts. B-6, B-8 */
export function Chain({ of }: { of: ApprovalPartsFragment }) {
  const { t } = useWords()
  const past = of.signatures.filter((signature) => signature.void !== null)
  return (
    <div className={classes.whole}>
      {of.round > 1 && <p className={classes.mode}>{t('chain.round', { n: of.round })}</p>}
      <ol className={classes.chain}>
        {of.steps.map((step, n) => (
          <li key={n} data-current={step.seats.some((seat) => line(seat).some((each) => each.seat.open)) || undefined}>
            <span className={classes.mode}>
              {n + 1} · {t(`chain.${step.mode}`)}
            </span>
            <ul>
              {step.seats.flatMap((seat) =>
                line(seat).map((each) => (
                  <SeatLine key={each.seat.key} of={each.seat} added={each.added} deep={each.deep} running={of.state === 'open'} />
                )),
              )}
            </ul>
          </li>
        ))}
      </ol>
      {past.length > 0 && (
        <section className={classes.past} aria-label={t('chain.past')}>
          <span className={classes.mode}>{t('chain.past')}</span>
          <ul>
            {past.map((signature, n) => (
              <li key={n} className={classes.seat}>
                <span />
                <span>
                  <s>
                    <PersonName of={signature.by} inNameOf={signature.inNameOf} />
                  </s>
                  <small>
                    （{t('chain.round', { n: signature.round })}，{t(`chain.void.${signature.void ?? ''}`)}）
                  </small>
                </span>
                <span className={classes.when}>
                  <Moment at={signature.at} />
                </span>
                {signature.comment && <span className={classes.comment}>{signature.comment}</span>}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

function SeatLine({ of, added, deep, running }: { of: Tree; added: 'before' | 'after' | undefined; deep: number; running: boolean }) {
  const { t, language } = useWords()
  const holder = useHolderName()
  const now = useNow()
  const since = of.since ? Date.parse(of.since) : undefined
  const lasted = since === undefined ? undefined : duration(Math.max(0, (of.signed ? Date.parse(of.signed.at) : now) - since), language)
  const moved = [
    added && of.asked?.by ? t(`chain.asked.${added}`, { name: of.asked.by.name }) : undefined,
    of.handedOver?.by ? t('chain.handedOver', { name: of.handedOver.by.name }) : undefined,
  ].filter(Boolean)
  return (
    <li className={classes.seat} style={deep > 0 ? { paddingInlineStart: deep * 20 } : undefined}>
      {of.signed ? <IconCheck size={15} aria-hidden="true" /> : <IconClock size={15} aria-hidden="true" data-open={of.open || undefined} />}
      <span>
        {of.signed ? <PersonName of={of.signed.by} inNameOf={of.signed.inNameOf} /> : holder(of.holder)}
        {moved.length > 0 && <small>（{moved.join('，')}）</small>}
      </span>
      <span className={classes.when}>
        {of.signed ? (
          <>
            <Moment at={of.signed.at} />
            {lasted !== undefined && <small> {t('chain.took', { time: lasted })}</small>}
          </>
        ) : of.open ? (
          lasted === undefined ? (
            t('chain.awaited')
          ) : (
            t('chain.waited', { time: lasted })
          )
        ) : running ? (
          t('chain.later')
        ) : (
          t('chain.notAsked')
        )}
      </span>
      {of.signed?.comment && <span className={classes.comment}>{of.signed.comment}</span>}
    </li>
  )
}
