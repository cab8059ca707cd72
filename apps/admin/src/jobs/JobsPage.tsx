import { useWords } from '../words/words.ts'
import { Exports } from './Exports.tsx'
import classes from './Jobs.module.css'
import { ManyActions } from './ManyActions.tsx'

/** What one asked for that takes a while, found again after one went elsewhere. X-10 */
export function JobsPage() {
  const { t } = useWords()
  return (
    <div className={classes.page}>
      <h1>{t('jobs.title')}</h1>
      <ManyActions />
      <Exports />
    </div>
  )
}
