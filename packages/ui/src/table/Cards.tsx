import { Skeleton } from '@mantine/core'
import { useVirtualizer } from '@tanstack/react-virtual'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import { FieldValue } from '../FieldValue.tsx'
import type { Field, Row } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import { choose, isChosen } from './selection.ts'
import type { DataTableProps } from './DataTable.tsx'
import classes from './Cards.module.css'

const usual = 96
const isSaid = (value: unknown) => value !== null && value !== undefined && value !== ''

/** On a phone: the same columns as cards, as high as what they say. */
export function Cards(props: DataTableProps) {
  const { label, fields, columns, lines, state, place, cardTitle, selection, onToggleGroup } = props
  const { say } = useLanguage()
  const scroll = useRef<HTMLDivElement>(null)
  const busy = state === 'loading'
  // eslint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count: busy ? 6 : lines.count + (lines.more ? 1 : 0),
    getScrollElement: () => scroll.current,
    estimateSize: () => usual,
    overscan: 6,
    initialOffset: place?.current?.offset ?? 0,
    // a first guess, so that the first thing one sees are rows
    initialRect: { width: 1280, height: 800 },
    useFlushSync: false,
  })
  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (!busy) lines.want(first, last)
  }, [busy, lines, first, last])
  useEffect(() => {
    if (place) place.current = { offset: virtual.scrollOffset ?? 0, at: place.current?.at ?? { line: 0, column: 0 } }
  })
  const shown = columns.flatMap(({ key }) => fields.find((field) => field.key === key) ?? [])
  const title = shown.find((field) => field.key === cardTitle) ?? shown[0]
  return (
    <div ref={scroll} className={classes.cards} aria-busy={busy}>
      <ul aria-label={label} style={{ blockSize: virtual.getTotalSize() }}>
        {items.map(({ index, start }) => {
          const line = busy ? undefined : lines.at(index)
          return (
            <li key={index} ref={virtual.measureElement} data-index={index} style={{ transform: `translateY(${start}px)` }}>
              {line?.is === 'group' ? (
                <button type="button" className={classes.group} aria-expanded={line.opened} onClick={() => onToggleGroup?.(line.key)}>
                  {line.opened ? <IconChevronDown size={15} aria-hidden="true" /> : <IconChevronRight size={15} aria-hidden="true" />}
                  <strong>{line.label}</strong>
                  <span>{line.count}</span>
                </button>
              ) : line ? (
                <>
                  <Card
                    {...props}
                    row={line.row}
                    title={title}
                    rest={shown.filter((field) => field !== title)}
                    mark={line.mark && say(line.mark === 'gone' ? 'rowGone' : 'rowChanged')}
                  />
                  {selection && (
                    <input
                      type="checkbox"
                      className={classes.choose}
                      aria-label={say('selectRow')}
                      checked={isChosen(selection.value, line.row.id)}
                      onChange={(event) => selection.onChange(choose(selection.value, [line.row.id], event.currentTarget.checked))}
                    />
                  )}
                </>
              ) : (
                <div className={classes.card}>
                  <Skeleton height={12} width="60%" mb={10} />
                  <Skeleton height={10} width="85%" />
                </div>
              )}
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Card({
  row,
  title,
  rest,
  mark,
  cells,
  href,
  onOpen,
}: DataTableProps & { row: Row; title: Field | undefined; rest: readonly Field[]; mark: string | undefined }) {
  const value = (field: Field) => cells?.[field.key]?.(row) ?? <FieldValue field={field} value={row[field.key]} />
  return (
    <a
      className={classes.card}
      href={href?.(row) ?? '#'}
      onClick={(event) => {
        if (!onOpen || event.metaKey || event.ctrlKey) return
        event.preventDefault()
        onOpen(row)
      }}
    >
      {title && <strong>{value(title)}</strong>}
      {mark && <span className={classes.mark}>{mark}</span>}
      <dl>
        {rest
          .filter((field) => isSaid(row[field.key]))
          .map((field) => (
            <div key={field.key}>
              <dt>{field.label}</dt>
              <dd>{value(field)}</dd>
            </div>
          ))}
      </dl>
    </a>
  )
}
