import { useDebouncedValue } from '@mantine/hooks'
import { LinkedRows, Moment } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { LikelyDuplicatesDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import classes from './Duplicates.module.css'

/** The same matter may be on record already; it shows beside the form while it is typed. C-6 */
export function Duplicates({ unit, building, text }: { unit: string | undefined; building: string | undefined; text: string }) {
  const { t } = useWords()
  const [asked] = useDebouncedValue(text.slice(0, 200), 400)
  const pause = unit === undefined && building === undefined
  const { data } = useRead(
    LikelyDuplicatesDocument,
    { unit: unit ?? null, building: building ?? null, text: asked },
    { of: ['complaint'], pause },
  )
  const found = pause ? [] : (data?.likelyDuplicates ?? [])
  return (
    <aside className={classes.beside} aria-label={t('register.duplicates')} aria-live="polite">
      <h2>
        {t('register.duplicates')}
        {found.length > 0 && <span>{found.length}</span>}
      </h2>
      <LinkedRows
        none={t(pause ? 'register.duplicatesWait' : 'register.duplicatesNone')}
        rows={found.map((each) => ({
          id: each.id,
          href: pathOf('complaint', each.id),
          number: each.number,
          title: each.title,
          state: <State of="complaint" is={each.state} />,
          aside: <Moment at={each.registeredAt} />,
        }))}
      />
    </aside>
  )
}
