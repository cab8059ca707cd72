import { Blank, Moment } from '@lintel/ui'
import { Button } from '@mantine/core'
import { Cancel, ExportHow, goesOn } from '../exports/ExportProgress.tsx'
import { useLooking } from '../exports/looking.ts'
import { useRead } from '../graph/read.ts'
import { ExportsDocument, type ExportLineFragment } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './Jobs.module.css'

/** One's exports, with their files for as long as they are there. */
export function Exports() {
  const { t, say } = useWords()
  const { data, loading, error, again } = useRead(ExportsDocument, {}, { of: [] })
  const rows = data?.exports ?? []
  useLooking(rows.some(goesOn), again)
  return (
    <section aria-label={t('jobs.exports')}>
      <h2>{t('jobs.exports')}</h2>
      <p className={classes.soft}>{t('jobs.exportsHint')}</p>
      {error ? (
        <Blank tone="red" title={say('failed')} action={<Button onClick={again}>{say('retry')}</Button>} />
      ) : rows.length === 0 ? (
        <p className={classes.soft}>{loading ? say('loading') : t('jobs.noExports')}</p>
      ) : (
        <ul className={classes.list}>
          {rows.map((row) => (
            <li key={row.id}>
              <ExportJob of={row} onChanged={again} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function ExportJob({ of, onChanged }: { of: ExportLineFragment; onChanged: () => void }) {
  const { t } = useWords()
  return (
    <div className={classes.job}>
      <strong>
        {of.title} · {t(`exports.${of.format}`)}
      </strong>
      <span className={classes.soft}>
        <Moment at={of.at} as="exact" />
      </span>
      <div className={classes.how}>
        <ExportHow of={of} />
      </div>
      {goesOn(of) && <Cancel of={of} onCancelled={onChanged} />}
      {of.link && (
        <Button component="a" href={of.link} download size="compact-sm" variant="default">
          {t('exports.take')}
        </Button>
      )}
    </div>
  )
}
