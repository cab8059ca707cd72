import { useVirtualizer } from '@tanstack/react-virtual'
import { lazy, Suspense, useCallback, useEffect, useId, useLayoutEffect, useMemo, useRef, useState } from 'react'
import '../css-variables.ts'
import { useLanguage } from '../language.tsx'
import { useActive } from './active.ts'
import { ChangesBar } from './ChangesBar.tsx'
import { useChanging } from './changing.tsx'
import { useEdits } from './editing.ts'
import { BodyLine, cellId } from './BodyLine.tsx'
import { useChoosing } from './choosing.ts'
import { boxWidth, totalWidth, tracksOf, useColumns } from './columns.ts'
import type { DataTableProps } from './DataTable.tsx'
import classes from './DataTable.module.css'
import { useCopying } from './copying.ts'
import { fitting } from './fit.ts'
import { Foot } from './Foot.tsx'
import { Header } from './Header.tsx'
import { blockOf, type At } from './keys.ts'
import { Problems } from './Problems.tsx'
import { movedTo, resized } from './layout.ts'
import { usePointing } from './pointing.ts'
import { usePressing } from './pressing.ts'
import { isChosen } from './selection.ts'
import { useSteady } from './steady.ts'

// what is done to a column is fetched when somebody asks for it
const ColumnMenu = lazy(() => import('./ColumnMenu.tsx'))

const heights = { dense: 32, medium: 40, wide: 52 }
const unsorted: NonNullable<DataTableProps['sort']> = []
const headHeight = 34
const footHeight = 36

/** The table itself: a fixed number of slots that lines pass through, and one place in it that the keyboard moves. */
export function Grid(props: DataTableProps) {
  const { label, fields, columns: shown, onColumns, lines, state, sort = unsorted, onSort, density = 'medium', wrap = false, place } = props
  const { selection, onOpen, openId, cells, totals, editing } = props
  const { say } = useLanguage()
  const gridId = useId()
  const scroll = useRef<HTMLDivElement>(null)
  const before = selection ? boxWidth : 0
  const columns = useColumns(fields, shown, before)
  const height = heights[density]
  const busy = state === 'loading'
  const count = busy ? 12 : lines.count + (lines.more ? 1 : 0)
  // eslint-disable-next-line react/incompatible-library -- nothing here is memoized by a compiler
  const virtual = useVirtualizer<HTMLDivElement, HTMLElement>({
    count,
    getScrollElement: () => scroll.current,
    estimateSize: () => height,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: totals ? footHeight : 0,
    overscan: 8,
    initialOffset: place?.current?.offset ?? 0,
    // a first guess, so that the first thing one sees are rows
    initialRect: { width: 1280, height: 800 },
    useFlushSync: false,
  })
  useLayoutEffect(() => virtual.measure(), [virtual, height, wrap])

  const items = virtual.getVirtualItems()
  const [first, last] = [items[0]?.index ?? 0, items.at(-1)?.index ?? 0]
  useEffect(() => {
    if (!busy) lines.want(first, last)
  }, [busy, lines, first, last])

  const showLine = useCallback((line: number) => virtual.scrollToIndex(line, { align: 'auto' }), [virtual])
  const { active, anchor, goTo, forget } = useActive({ gridId, lines: Math.max(count, 1), columns: columns.length, place, showLine })
  const block = anchor && blockOf(anchor, active)
  useEffect(() => {
    if (place) place.current = { offset: virtual.scrollOffset ?? 0, at: active }
  })
  const shownList = useRef(place)
  useLayoutEffect(() => {
    if (shownList.current === place) return
    shownList.current = place
    virtual.scrollToOffset(place?.current?.offset ?? 0)
  }, [place, virtual])

  const pull = (key: string, width: number, done: boolean) => {
    if (done) return onColumns?.(resized(shown, key, width))
    // the tracks alone follow the hand; the columns are told once it lets go
    const now = columns.map((each) => (each.key === key ? { ...each, width, grows: false } : each))
    scroll.current?.style.setProperty('--tracks', tracksOf(now, before))
  }
  const fit = (key: string) => {
    const width =
      scroll.current &&
      fitting(
        scroll.current,
        columns.findIndex((each) => each.key === key),
      )
    if (width) onColumns?.(resized(shown, key, width))
  }
  const [asked, setAsked] = useState<{ key: string; at: HTMLElement }>()
  const menu = (key: string, at?: HTMLElement | null) => at && setAsked({ key, at })

  const choosing = useChoosing(lines, selection)
  const [told, tell] = useState('')
  const spot = block ?? { from: active, until: active }
  const copy = useCopying(lines, columns, spot, tell)
  const edits = useEdits(editing)
  const back = () => scroll.current?.focus({ preventScroll: true })
  const cellAt = (at: At) => document.getElementById(cellId(gridId, at.line, at.column))
  const changing = useChanging({ lines, columns, block: spot, editing, edits, cellAt, tell, back })
  const pointing = usePointing({ lines, goTo, choosing, edit: changing.edit, props })
  const press = usePressing({
    columns,
    active,
    anchor,
    goTo,
    forget,
    choosing,
    fit,
    props,
    page: Math.max(1, Math.floor((virtual.scrollRect?.height ?? 400) / height) - 2),
    edit: () => changing.edit(active),
    undo: editing && edits.undo,
    menu: (key) => menu(key, cellAt({ line: -1, column: active.column })),
  })

  const rowNow = (id: string) => {
    for (let n = first; n <= last; n++) {
      const line = lines.at(n)
      if (line?.is === 'row' && line.row.id === id) return line.row
    }
    return undefined
  }
  const steady = useSteady({
    resize: pull,
    fit,
    menu: (key: string, at: HTMLElement) => void menu(key, at),
    move: (key: string, to: string) => onColumns?.(movedTo(shown, key, to)),
    sort: (key: string, add: boolean) => onSort?.(key, add),
    chooseAll: choosing.atHand,
  })
  // as many slots as were ever needed at once; a line takes the slot that the one far above it has left
  const slots = useRef(1)
  slots.current = Math.max(slots.current, last - first + 1)
  const column = columns[active.column]
  const rendered = active.line < 0 || (active.line >= first && active.line <= last)
  const tracks = useMemo(() => tracksOf(columns, before), [columns, before])
  const edges = useMemo(
    () => ({
      start: columns.reduce((sum, { pin, width }) => (pin === 'left' ? sum + width : sum), before),
      end: columns.reduce((sum, { pin, width }) => (pin === 'right' ? sum + width : sum), 0),
    }),
    [columns, before],
  )
  return (
    <>
      {editing && <ChangesBar edits={edits}>{editing.bar}</ChangesBar>}
      <Problems edits={edits} fields={fields} name={columns[0]?.field} now={rowNow} />
      <div
        ref={scroll}
        role="grid"
        aria-label={label}
        aria-busy={busy}
        aria-multiselectable={selection ? true : undefined}
        aria-rowcount={busy || lines.more ? -1 : lines.count + 1 + (totals ? 1 : 0)}
        aria-colcount={columns.length + (selection ? 1 : 0)}
        aria-activedescendant={rendered && column ? cellId(gridId, active.line, active.column) : undefined}
        tabIndex={0}
        className={classes.scroll}
        data-wrap={wrap || undefined}
        style={{
          '--head': `${headHeight}px`,
          '--row': `${height}px`,
          '--tracks': tracks,
          '--width': `${totalWidth(columns, before)}px`,
          scrollPaddingInline: `${edges.start}px ${edges.end}px`,
          scrollPaddingBlock: `${headHeight}px ${totals ? footHeight : 0}px`,
        }}
        onKeyDown={press}
        onCopy={copy}
        onPaste={changing.paste}
      >
        <Header
          gridId={gridId}
          columns={columns}
          sort={sort}
          onSort={onSort && steady.sort}
          active={active.line < 0 ? active.column : undefined}
          chosen={choosing.standing}
          onChooseAll={steady.chooseAll}
          on={onColumns && steady}
        />
        <div role="rowgroup" className={classes.body} style={{ blockSize: virtual.getTotalSize() }} {...pointing}>
          {items.map(({ index, start }) => {
            const line = busy ? undefined : lines.at(index)
            const row = line?.is === 'row' ? line.row : undefined
            const inBlock = block && index >= block.from.line && index <= block.until.line
            return (
              <BodyLine
                key={wrap ? index : index % slots.current}
                line={line}
                index={index}
                start={start - headHeight}
                columns={columns}
                cells={cells}
                chosen={selection && row ? isChosen(selection.value, row.id) : selection ? false : undefined}
                open={row !== undefined && row.id === openId}
                links={onOpen !== undefined}
                active={index === active.line ? active.column : undefined}
                from={inBlock ? block.from.column : undefined}
                until={inBlock ? block.until.column : undefined}
                measure={wrap ? virtual.measureElement : undefined}
                gridId={gridId}
                edits={row && changing.byRow.get(row.id)}
                editable={editing?.inputs}
              />
            )
          })}
        </div>
        {totals && !busy && <Foot columns={columns} totals={totals} before={before} index={lines.count + 2} />}
      </div>
      {changing.editor}
      <p className={classes.said} role="status">
        {told ||
          (block
            ? say('blockChosen', { rows: block.until.line - block.from.line + 1, columns: block.until.column - block.from.column + 1 })
            : '')}
      </p>
      {asked && onColumns && (
        <Suspense>
          <ColumnMenu
            of={asked.key}
            at={asked.at}
            fields={fields}
            columns={shown}
            onColumns={onColumns}
            onFit={() => fit(asked.key)}
            sort={sort}
            onSort={onSort}
            onClose={() => {
              setAsked(undefined)
              back()
            }}
          />
        </Suspense>
      )}
    </>
  )
}
