import { useMediaQuery } from '@mantine/hooks'
import { ActionIcon } from '@mantine/core'
import {
  asksNothing,
  chosenSome,
  DataTable,
  FilterBar,
  Hint,
  nothingChosen,
  type DataTableProps,
  type Field,
  type Row,
  type Selection,
} from '@lintel/ui'
import { IconLock, IconLockOpen } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, Suspense, useMemo, useRef, useState, type ReactNode } from 'react'
import { ExportMenu } from '../exports/ExportMenu.tsx'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { ManyDecisionsDocument, type NounName } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import { Chosen } from './Chosen.tsx'
import type { ListField } from './fields.ts'
import type { Grouped as GroupedNow } from './Grouped.tsx'
import { linesFrom, type MadeLines } from './lines.ts'
import classes from './ListPage.module.css'
import { LayoutMenu } from './LayoutMenu.tsx'
import type { Pages } from './pages.ts'
import { filterInput, printedAt, shownList } from './query.ts'
import { useTotals } from './totals.ts'
import { writeView } from './address.ts'
import type { ListAddress } from './use-list-address.ts'

// what few need at first is fetched when it is asked for
const Grouped = lazy(async () => ({ default: (await import('./Grouped.tsx')).Grouped })) as typeof GroupedNow
const EditableTable = lazy(async () => ({ default: (await import('./EditableTable.tsx')).EditableTable }))
const OnMany = lazy(async () => ({ default: (await import('../many/OnMany.tsx')).OnMany }))
const RefFilter = lazy(async () => ({ default: (await import('./RefFilter.tsx')).RefFilter }))

type PageField = Field & Partial<Pick<ListField, 'editedBy' | 'shown' | 'groupable' | 'totalled'>>

export type ListPageProps<Node extends { id: string }> = {
  /** Of which noun it is, where it has groups and sums, and can be exported and decided on as a whole. */
  of?: NounName
  title: string
  address: ListAddress
  /** The kind of record, whose views stand above the list. X-9 */
  views?: ReactNode
  /** What can be filtered by; the columns are those of them that are shown. */
  fields: readonly PageField[]
  columns?: readonly Field[]
  list: Pages<Node>
  row: (node: Node) => Row
  /** Where a row's record lives. */
  href: (row: Row) => string
  /** The record beside the list, without leaving it. */
  panel?: (id: string, close: () => void) => ReactNode
  always?: readonly string[]
  picker?: Parameters<typeof FilterBar>[0]['picker']
  cells?: Readonly<Record<string, (row: Row) => ReactNode>>
  cardTitle?: string
  tabs?: ReactNode
  count?: ReactNode
  action?: ReactNode
  empty?: { title?: string; hint?: string; action?: ReactNode }
}

export function ListPage<Node extends { id: string }>(props: ListPageProps<Node>) {
  const {
    of,
    title,
    address,
    views,
    fields,
    columns = fields,
    list,
    row,
    href,
    panel,
    always,
    picker,
    cells,
    cardTitle,
    tabs,
    count,
    action,
    empty,
  } = props
  const { t } = useWords()
  const navigate = useNavigate()
  const beside = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false })
  const open = panel && beside ? address.search['open'] : undefined
  const { view } = address
  const filtered = !asksNothing(view.filter)
  // as the registry shows them, until the reader chooses
  const usual = useMemo(() => columns.map(({ key, pinned }) => ({ key, ...(pinned ? { pin: pinned } : {}) })), [columns])
  const shown = view.columns.length > 0 ? view.columns : usual
  const whole = of && columns.length > 0 ? shownList(of, title, view, fields, shown) : undefined
  // rows are chosen where something can be done with many of them. X-10
  const many = useRead(ManyDecisionsDocument, { noun: of ?? 'complaint' }, { of: [], pause: of === undefined }).data?.manyDecisions ?? []
  const made = useRef<MadeLines<Node>>(new WeakMap())
  const lines = linesFrom(list, row, made.current)
  // what was chosen was chosen of what the list asked for then
  const asked = JSON.stringify(view.filter)
  const [chosen, setChosen] = useState<{ of: string; selection: Selection }>({ of: asked, selection: nothingChosen })
  const selection = chosen.of === asked ? chosen.selection : nothingChosen
  const choose = (next: Selection) => setChosen({ of: asked, selection: next })
  // cards are not changed in place; their records are
  const cards = useMediaQuery('(max-width: 600px)', false, { getInitialValueInEffect: false })
  const [unlocked, setChanges] = useState(false)
  const changes = unlocked && !cards
  // the others are there to be filtered by only
  const columnar = useMemo(() => fields.filter(({ shown: isColumn }) => isColumn !== false), [fields])
  const where = filterInput(view.filter, fields)
  // sums of money are what people look for; those of a list without any are not asked for
  const summed = shown.some(({ key }) => columnar.some((field) => field.key === key && field.totalled && field.type === 'money'))
  const totals = useTotals(summed && columns.length > 0 ? of : undefined, where)
  const table: DataTableProps = {
    label: title,
    fields: columnar,
    columns: shown,
    onColumns: (next) => address.change({ columns: next }),
    lines,
    state: columns.length === 0 && list.state === 'ready' ? 'loading' : list.state,
    failure: list.error && whatFailed(list.error, t),
    onRetry: list.again,
    sort: view.sort,
    onSort: address.sortBy,
    density: view.density,
    wrap: view.wrap,
    place: list.place,
    news: { ...list.news, show: list.again },
    href,
    openId: open,
    onOpen: (one) => (panel && beside ? address.open(one.id) : void navigate({ to: href(one) })),
    filtered,
    onClearFilters: () => address.filterBy({ and: [] }),
    ...(empty ? { empty } : {}),
    ...(cells ? { cells } : {}),
    ...(cardTitle ? { cardTitle } : {}),
    selection: many.length > 0 ? { value: selection, onChange: choose } : undefined,
    totals,
  }
  const tableOf = (more: Partial<DataTableProps> = {}) =>
    changes ? (
      <Suspense fallback={<DataTable {...table} {...more} />}>
        <EditableTable {...table} {...more} fields={columnar} onDone={() => setChanges(false)} />
      </Suspense>
    ) : (
      <DataTable {...table} {...more} />
    )
  return (
    <div className={classes.page}>
      <div className={classes.list}>
        <div className={classes.head}>
          <h1>{title}</h1>
          {count && <span className={classes.count}>{count}</span>}
          {views}
          <div className={classes.actions}>{action}</div>
        </div>
        <FilterBar
          fields={fields}
          filter={view.filter}
          onChange={address.filterBy}
          {...(always ? { always } : {})}
          picker={picker ?? ((field, values, onChange) => <RefFilter field={field} values={values} onChange={onChange} />)}
          before={tabs}
          after={
            <>
              {!cards && columnar.some(({ editedBy }) => editedBy) && (
                <Hint label={t('list.edit')}>
                  <ActionIcon aria-label={t('list.edit')} aria-pressed={changes} onClick={() => setChanges(!changes)}>
                    {changes ? <IconLockOpen size={16} /> : <IconLock size={16} />}
                  </ActionIcon>
                </Hint>
              )}
              {whole && <ExportMenu list={whole} print={printedAt(whole, writeView({}, fields, view))} />}
              <LayoutMenu fields={columnar} grouped={of !== undefined} columns={shown} view={view} onChange={address.change} />
            </>
          }
        />
        {whole && chosenSome(selection) && (
          <Chosen selection={selection} onChange={choose}>
            <Suspense>
              <OnMany decisions={many} list={whole} selection={selection} onDone={() => choose(nothingChosen)} />
            </Suspense>
          </Chosen>
        )}
        {of && view.groups.length > 0 && columns.length > 0 ? (
          <Suspense fallback={<DataTable {...table} state="loading" />}>
            <Grouped noun={of} by={view.groups} filter={where} fields={fields} list={list} row={row}>
              {tableOf}
            </Grouped>
          </Suspense>
        ) : (
          tableOf()
        )}
      </div>
      {panel && open && (
        <aside className={classes.panel} key={open} aria-label={t('list.panel')}>
          {panel(open, () => address.open(undefined))}
        </aside>
      )}
    </div>
  )
}
