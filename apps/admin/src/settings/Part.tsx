import { Button } from '@mantine/core'
import { Blank } from '@lintel/ui'
import type { ReactNode } from 'react'
import type { CombinedError } from 'urql'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import classes from './Part.module.css'

/** One part of the settings that is no list page: a title, what can be added, what there is. */
export function Part({
  title,
  hint,
  action,
  loading,
  error,
  onRetry,
  children,
}: {
  title: string
  hint?: ReactNode
  action?: ReactNode
  loading: boolean
  error: CombinedError | undefined
  onRetry: () => void
  children: ReactNode
}) {
  const { t, say } = useWords()
  return (
    // what scrolls is reached by keyboard too, also where nothing in it can be pressed
    <section className={classes.part} tabIndex={0} aria-label={title}>
      <div className={classes.head}>
        <h1>{title}</h1>
        <div className={classes.action}>{action}</div>
      </div>
      {hint && <p className={classes.hint}>{hint}</p>}
      {error ? (
        <Blank tone="red" title={say('failed')} hint={whatFailed(error, t)} action={<Button onClick={onRetry}>{say('retry')}</Button>} />
      ) : loading ? (
        <Blank title={say('loading')} />
      ) : (
        children
      )}
    </section>
  )
}
