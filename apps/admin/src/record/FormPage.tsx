import { Button, Skeleton } from '@mantine/core'
import { Blank, useLink } from '@lintel/ui'
import { IconChevronLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import classes from './FormPage.module.css'

export type FormPageProps = {
  title: string
  back: { href: string; label: string }
  loading: boolean
  error: CombinedError | undefined
  onRetry: () => void
  /** What stands beside the form: the record it is about. */
  aside?: ReactNode
  children: ReactNode
}

/** A form with a page of its own. */
export function FormPage({ title, back, loading, error, onRetry, aside, children }: FormPageProps) {
  const { t, say } = useWords()
  const Link = useLink()
  return (
    <div className={classes.page}>
      <div className={classes.form}>
        <Link to={back.href} className={classes.back}>
          <IconChevronLeft size={16} aria-hidden="true" />
          {back.label}
        </Link>
        <h1>{title}</h1>
        {error ? (
          <Blank tone="red" title={say('failed')} hint={whatFailed(error, t)} action={<Button onClick={onRetry}>{say('retry')}</Button>} />
        ) : loading ? (
          <div className={classes.loading} aria-busy="true">
            <Skeleton height={32} />
            <Skeleton height={32} />
            <Skeleton height={120} />
          </div>
        ) : (
          children
        )}
      </div>
      {aside && <aside className={classes.aside}>{aside}</aside>}
    </div>
  )
}
