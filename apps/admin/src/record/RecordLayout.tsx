import { ActionIcon, Skeleton } from '@mantine/core'
import { Blank, Hint, useLink } from '@lintel/ui'
import { IconArrowsMaximize, IconChevronLeft, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import classes from './RecordLayout.module.css'

/** A record stands on its page or beside a list; it is the same record. */
export type Place = { beside: true; close: () => void; href: string } | { beside: false; back: { href: string; label: string } }

export function RecordLayout({
  place,
  head,
  facts,
  timeline,
  timelineTitle,
}: {
  place: Place
  head: ReactNode
  facts: ReactNode
  timeline: ReactNode
  timelineTitle?: string
}) {
  const { t } = useWords()
  return (
    <article className={classes.record} data-beside={place.beside || undefined}>
      {head}
      <div className={classes.columns}>
        <div className={classes.facts}>{facts}</div>
        <section className={classes.timeline} aria-label={timelineTitle ?? t('record.timeline')}>
          <h2>{timelineTitle ?? t('record.timeline')}</h2>
          {timeline}
        </section>
      </div>
    </article>
  )
}

/** The way back to the list, or out of the side panel. */
export function WayOut({ place }: { place: Place }) {
  const { t, say } = useWords()
  const Link = useLink()
  if (!place.beside)
    return (
      <Link to={place.back.href} className={classes.back}>
        <IconChevronLeft size={16} aria-hidden="true" />
        {place.back.label}
      </Link>
    )
  return (
    <span className={classes.panelActions}>
      <Hint label={say('close')}>
        <ActionIcon size={26} aria-label={say('close')} onClick={place.close}>
          <IconX size={16} />
        </ActionIcon>
      </Hint>
      <Link to={place.href} className={classes.full} title={t('record.full')} aria-label={t('record.full')}>
        <IconArrowsMaximize size={15} aria-hidden="true" />
      </Link>
    </span>
  )
}

/** What stands there until the record has come, when it could not, and when there is none one may see. */
export function RecordState({
  loading,
  error,
  place,
  onRetry,
}: {
  loading: boolean
  error: CombinedError | undefined
  place: Place
  onRetry: () => void
}) {
  const { t, say } = useWords()
  const Link = useLink()
  if (loading)
    return (
      <div className={classes.loading} aria-busy="true">
        <Skeleton height={14} width={120} />
        <Skeleton height={22} width="60%" />
        <Skeleton height={30} width={260} />
        <Skeleton height={140} />
        <Skeleton height={180} />
      </div>
    )
  const back = place.beside ? undefined : <Link to={place.back.href}>{place.back.label}</Link>
  return error ? (
    <Blank
      tone="red"
      title={say('failed')}
      hint={whatFailed(error, t)}
      action={
        <button type="button" className={classes.plain} onClick={onRetry}>
          {say('retry')}
        </button>
      }
    />
  ) : (
    <Blank title={t('record.notFound')} hint={t('record.notFoundHint')} action={back} />
  )
}
