import type { ImportLineFragment } from '../../gql/graphql.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'

const counts = ['taken', 'changed', 'known', 'differing', 'errors'] as const

/** How many lines became what, or would. */
export function Counts({ row }: { row: ImportLineFragment }) {
  const { t } = useWords()
  const kept = row.state === 'done' || row.state === 'running' || row.state === 'cancelled' || row.state === 'failed'
  return (
    <dl className={classes.counts}>
      {counts.map((name) => (
        <div key={name} data-bad={(name === 'errors' && row.errors > 0) || undefined}>
          <dt>{t(name === 'taken' && !kept ? 'imports.count.couldBe' : `imports.count.${name}`)}</dt>
          <dd>{row[name].toLocaleString()}</dd>
        </div>
      ))}
    </dl>
  )
}
