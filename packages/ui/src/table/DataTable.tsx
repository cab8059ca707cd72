import { Button } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import type { ReactNode } from 'react'
import { Blank } from '../Blank.tsx'
import type { Field, Row, Sort } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import type { Density, ShownColumn } from '../view.ts'
import type { Place } from './active.ts'
import type { Cells } from './BodyLine.tsx'
import { Cards } from './Cards.tsx'
import classes from './DataTable.module.css'
import type { Editing } from './editing.ts'
import type { Totals } from './Foot.tsx'
import { Grid } from './Grid.tsx'
import type { Lines } from './lines.ts'
import type { Selection } from './selection.ts'

export type DataTableProps = {
  /** What the list is, for whoever hears it read. */
  label: string
  /** Everything that can be a column. */
  fields: readonly Field[]
  /** The columns shown, in their order. */
  columns: readonly ShownColumn[]
  /** How the columns then stand, where they may be resized, moved, pinned and left out. */
  onColumns?: ((columns: readonly ShownColumn[]) => void) | undefined
  lines: Lines
  state: 'loading' | 'failed' | 'ready'
  failure?: string | undefined
  onRetry?: () => void
  sort?: readonly Sort[]
  onSort?: (key: string, add: boolean) => void
  density?: Density
  /** Whether long texts stand on several lines. */
  wrap?: boolean
  onOpen?: (row: Row) => void
  /** The row whose record stands open beside the list. */
  openId?: string | undefined
  /** Where a row leads, so that a middle click or "open in a new tab" works. */
  href?: (row: Row) => string
  filtered?: boolean
  onClearFilters?: () => void
  /** What an empty list says and where it leads. */
  empty?: { title?: string; hint?: string; action?: ReactNode }
  selection?: { value: Selection; onChange: (value: Selection) => void } | undefined
  onToggleGroup?: (key: string) => void
  totals?: Totals | undefined
  /** What came since the list was read, and how it is shown. REL-11 */
  news?: { fresh: number; gone: number; show: () => void } | undefined
  /** Where one was in this list; another one for another list. */
  place?: { current: Place | undefined } | undefined
  /** How cells are changed in place; without it none can be. X-9 */
  editing?: Editing | undefined
  /** A cell that needs more than its type. */
  cells?: Cells
  /** On a phone: the key shown as the card's title; the first column otherwise. */
  cardTitle?: string
}

/** A list as its declaration says: nothing here knows what the rows are about. */
export function DataTable(props: DataTableProps) {
  const { say } = useLanguage()
  const narrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const { state, lines, news } = props
  if (state === 'failed')
    return (
      <Blank
        title={say('failed')}
        hint={props.failure ?? say('failedHint')}
        tone="red"
        action={props.onRetry && <Button onClick={props.onRetry}>{say('retry')}</Button>}
      />
    )
  if (state === 'ready' && lines.count === 0)
    return props.filtered ? (
      <Blank
        title={say('noMatches')}
        hint={say('noMatchesHint')}
        action={
          props.onClearFilters && (
            <Button variant="default" onClick={props.onClearFilters}>
              {say('clearFilters')}
            </Button>
          )
        }
      />
    ) : (
      <Blank title={props.empty?.title ?? say('empty')} hint={props.empty?.hint ?? say('emptyHint')} action={props.empty?.action} />
    )
  return (
    <div className={classes.frame}>
      {narrow ? <Cards {...props} /> : <Grid {...props} />}
      <div className={classes.news} role="status">
        {news && (news.fresh > 0 || news.gone > 0) && (
          <Button size="compact-sm" radius="xl" onClick={news.show}>
            {[news.fresh > 0 && say('newRows', { count: news.fresh }), news.gone > 0 && say('goneRows', { count: news.gone })]
              .filter(Boolean)
              .join('，')}{' '}
            · {say('showNew')}
          </Button>
        )}
      </div>
    </div>
  )
}
