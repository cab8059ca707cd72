import { Button, Skeleton, Tooltip, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { columnPinningFeature, columnSizingFeature, createColumnHelper, tableFeatures, useTable, type Column } from '@tanstack/react-table'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react'
import { Blank } from './Blank.tsx'
import './css-variables.ts'
import { FieldValue } from './FieldValue.tsx'
import type { Field, Row, Sort } from './fields.ts'
import { useLanguage } from './language.tsx'
import classes from './ListTable.module.css'
import type { Density } from './view.ts'

const features = tableFeatures({ columnPinningFeature, columnSizingFeature })
const helper = createColumnHelper<typeof features, Row>()

const heights: Record<Density, number> = { dense: 32, medium: 40, wide: 52 }
const rightAligned = new Set(['money', 'number'])
const defaultWidth = {
  text: 180,
  number: 84,
  money: 132,
  moment: 124,
  day: 136,
  clock: 136,
  state: 112,
  person: 140,
  choice: 120,
  flag: 64,
}

export type ListTableProps = {
  /** What the list is, for whoever hears it read. */
  label: string
  fields: readonly Field[]
  rows: readonly Row[]
  state: 'loading' | 'failed' | 'ready'
  failure?: string | undefined
  onRetry?: () => void
  sort?: readonly Sort[]
  onSort?: (key: string, add: boolean) => void
  density?: Density
  onOpen?: (row: Row) => void
  /** The row whose record stands open beside the list. */
  openId?: string | undefined
  /** Where a row leads, so that a middle click or "open in a new tab" works. */
  href?: (row: Row) => string
  more?: { has: boolean; loading: boolean; load: () => void } | undefined
  filtered?: boolean
  onClearFilters?: () => void
  /** What an empty list says and where it leads. */
  empty?: { title?: string; hint?: string; action?: ReactNode }
  selection?: { ids: ReadonlySet<string>; onChange: (ids: ReadonlySet<string>) => void } | undefined
  /** A cell that needs more than its type. */
  cells?: Readonly<Record<string, (row: Row) => ReactNode>>
  /** On a phone: the key shown as the card's title; the first field otherwise. */
  cardTitle?: string
}

/** A list as its declaration says: nothing here knows what the rows are about. */
export function ListTable(props: ListTableProps) {
  const { say } = useLanguage()
  const narrow = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  if (props.state === 'failed')
    return (
      <Blank
        title={say('failed')}
        hint={props.failure ?? say('failedHint')}
        tone="red"
        action={props.onRetry && <Button onClick={props.onRetry}>{say('retry')}</Button>}
      />
    )
  if (props.state === 'ready' && props.rows.length === 0)
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
  return narrow ? <Cards {...props} /> : <Rows {...props} />
}

const hasSelection = (event: MouseEvent) => (event.currentTarget.ownerDocument.getSelection()?.toString() ?? '') !== ''
const isControl = (target: EventTarget) => target instanceof Element && target.closest('a, button, input, label') !== null

function Rows({
  label,
  fields,
  rows,
  state,
  sort = [],
  onSort,
  density = 'medium',
  onOpen,
  openId,
  href,
  more,
  selection,
  cells,
}: ListTableProps) {
  const { say } = useLanguage()
  const body = useRef<HTMLTableSectionElement>(null)
  const [active, setActive] = useState(0)
  const columns = useMemo(
    () =>
      helper.columns(
        fields.map((field) =>
          helper.accessor((row) => row[field.key], {
            id: field.key,
            header: field.label,
            size: field.width ?? defaultWidth[field.type],
            meta: {},
          }),
        ),
      ),
    [fields],
  )
  const pinning = useMemo(
    () => ({
      start: fields.filter((field) => field.pinned === 'left').map((field) => field.key),
      end: fields.filter((field) => field.pinned === 'right').map((field) => field.key),
    }),
    [fields],
  )
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.id, state: { columnPinning: pinning } })
  const byKey = useMemo(() => new Map(fields.map((field) => [field.key, field])), [fields])

  const focusRow = (n: number) => {
    const to = Math.max(0, Math.min(rows.length - 1, n))
    setActive(to)
    body.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus()
    if (n >= rows.length && more?.has && !more.loading) more.load()
  }
  const toggle = (id: string) => {
    if (!selection) return
    const ids = new Set(selection.ids)
    if (!ids.delete(id)) ids.add(id)
    selection.onChange(ids)
  }
  const press = (event: KeyboardEvent, row: Row, n: number) => {
    if (event.target !== event.currentTarget || event.ctrlKey || event.metaKey || event.altKey) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => focusRow(n + 1),
      j: () => focusRow(n + 1),
      ArrowUp: () => focusRow(n - 1),
      k: () => focusRow(n - 1),
      Home: () => focusRow(0),
      End: () => focusRow(rows.length - 1),
      Enter: () => onOpen?.(row),
      ...(selection ? { ' ': () => toggle(row.id), x: () => toggle(row.id) } : {}),
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }

  const place = (column: Column<typeof features, Row>) => {
    const pinned = column.getIsPinned()
    const checks = selection ? 36 : 0
    if (pinned === 'start') return { position: 'sticky' as const, insetInlineStart: column.getStart('start') + checks, zIndex: 1 }
    if (pinned === 'end') return { position: 'sticky' as const, insetInlineEnd: column.getAfter('end'), zIndex: 1 }
    return {}
  }
  const headers = table.getHeaderGroups().flatMap((group) => group.headers)
  const allChosen = selection !== undefined && rows.length > 0 && rows.every((row) => selection.ids.has(row.id))

  return (
    <div className={classes.scroll} tabIndex={-1}>
      <table
        className={classes.table}
        aria-label={label}
        aria-busy={state === 'loading'}
        style={{ '--row': `${heights[density]}px`, minInlineSize: table.getTotalSize() }}
      >
        <colgroup>
          {selection && <col style={{ inlineSize: 36 }} />}
          {headers.map((header) => (
            <col key={header.id} style={{ inlineSize: header.getSize() }} />
          ))}
        </colgroup>
        <thead>
          <tr>
            {selection && (
              <th className={classes.check} scope="col">
                <input
                  type="checkbox"
                  aria-label={say('selectAll')}
                  checked={allChosen}
                  ref={(box) => {
                    if (box) box.indeterminate = !allChosen && selection.ids.size > 0
                  }}
                  onChange={() => selection.onChange(allChosen ? new Set() : new Set(rows.map((row) => row.id)))}
                />
              </th>
            )}
            {headers.map((header) => {
              const field = byKey.get(header.id)
              const at = sort.findIndex((each) => each.key === header.id)
              const sorted = sort[at]
              const text = field?.label ?? header.id
              return (
                <th
                  key={header.id}
                  scope="col"
                  data-right={rightAligned.has(field?.type ?? 'text') || undefined}
                  style={place(header.column)}
                  aria-sort={sorted ? (sorted.down ? 'descending' : 'ascending') : undefined}
                >
                  {field?.sortable && onSort ? (
                    <Tooltip label={sorted ? say(sorted.down ? 'sortedDown' : 'sortedUp') : say('sort')}>
                      <UnstyledButton className={classes.sort} onClick={(event) => onSort(header.id, event.shiftKey)}>
                        {text}
                        {sorted &&
                          (sorted.down ? <IconArrowDown size={13} aria-hidden="true" /> : <IconArrowUp size={13} aria-hidden="true" />)}
                        {sorted && sort.length > 1 && <small>{at + 1}</small>}
                      </UnstyledButton>
                    </Tooltip>
                  ) : (
                    text
                  )}
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody ref={body}>
          {state === 'loading'
            ? Array.from({ length: 12 }, (_, n) => (
                <tr key={n} aria-hidden="true">
                  {selection && <td />}
                  {headers.map((header, c) => (
                    <td key={header.id}>
                      <Skeleton height={10} width={`${45 + ((n * 17 + c * 29) % 45)}%`} />
                    </td>
                  ))}
                </tr>
              ))
            : table.getRowModel().rows.map((line, n) => {
                const row = line.original
                return (
                  <tr
                    key={row.id}
                    data-row={n}
                    data-open={row.id === openId || undefined}
                    data-link={onOpen ? true : undefined}
                    tabIndex={n === active ? 0 : -1}
                    aria-selected={selection ? selection.ids.has(row.id) : undefined}
                    onFocus={() => setActive(n)}
                    onKeyDown={(event) => press(event, row, n)}
                    onClick={(event) => {
                      if (isControl(event.target) || hasSelection(event)) return
                      if ((event.metaKey || event.ctrlKey) && href) window.open(href(row), '_blank', 'noopener')
                      else onOpen?.(row)
                    }}
                  >
                    {selection && (
                      <td className={classes.check}>
                        <input
                          type="checkbox"
                          tabIndex={-1}
                          aria-label={say('selectRow')}
                          checked={selection.ids.has(row.id)}
                          onChange={() => toggle(row.id)}
                        />
                      </td>
                    )}
                    {headers.map((header) => {
                      const field = byKey.get(header.id)
                      if (!field) return null
                      return (
                        <td key={field.key} data-right={rightAligned.has(field.type) || undefined} style={place(header.column)}>
                          <div className={classes.cell}>
                            {cells?.[field.key]?.(row) ?? <FieldValue field={field} value={row[field.key]} />}
                          </div>
                        </td>
                      )
                    })}
                  </tr>
                )
              })}
        </tbody>
      </table>
      <More more={more} />
    </div>
  )
}

function Cards({ label, fields, rows, state, onOpen, href, more, cells, cardTitle }: ListTableProps) {
  const title = fields.find((field) => field.key === cardTitle) ?? fields[0]
  const rest = fields.filter((field) => field !== title)
  if (state === 'loading')
    return (
      <div className={classes.cards} aria-busy="true" aria-label={label}>
        {Array.from({ length: 5 }, (_, n) => (
          <div key={n} className={classes.card}>
            <Skeleton height={12} width="60%" mb={10} />
            <Skeleton height={10} width="85%" />
          </div>
        ))}
      </div>
    )
  return (
    <div className={classes.cards}>
      <ul aria-label={label}>
        {rows.map((row) => (
          <li key={row.id}>
            <a
              className={classes.card}
              href={href?.(row) ?? '#'}
              onClick={(event) => {
                if (!onOpen || event.metaKey || event.ctrlKey) return
                event.preventDefault()
                onOpen(row)
              }}
            >
              {title && <strong>{cells?.[title.key]?.(row) ?? <FieldValue field={title} value={row[title.key]} />}</strong>}
              <dl>
                {rest
                  .filter((field) => row[field.key] !== null && row[field.key] !== undefined && row[field.key] !== '')
                  .map((field) => (
                    <div key={field.key}>
                      <dt>{field.label}</dt>
                      <dd>{cells?.[field.key]?.(row) ?? <FieldValue field={field} value={row[field.key]} />}</dd>
                    </div>
                  ))}
              </dl>
            </a>
          </li>
        ))}
      </ul>
      <More more={more} />
    </div>
  )
}

/** The next page comes when its end comes near; the button is there for whoever does not scroll. */
function More({ more }: Pick<ListTableProps, 'more'>) {
  const { say } = useLanguage()
  const end = useRef<HTMLDivElement>(null)
  const load = useRef(more?.load)
  load.current = more?.load
  const waiting = more?.has === true && !more.loading
  useEffect(() => {
    const mark = end.current
    if (!waiting || !mark || typeof IntersectionObserver === 'undefined') return
    const observer = new IntersectionObserver((seen) => seen.some((each) => each.isIntersecting) && load.current?.(), {
      rootMargin: '400px',
    })
    observer.observe(mark)
    return () => observer.disconnect()
  }, [waiting])
  if (!more?.has) return null
  return (
    <div ref={end} className={classes.more}>
      <Button variant="subtle" loading={more.loading} onClick={more.load}>
        {say('loadMore')}
      </Button>
    </div>
  )
}
