import { ActionIcon, Menu, Tooltip } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { asksNothing, FilterBar, ListTable, type Density, type Field, type Row } from '@lintel/ui'
import { IconBaselineDensityMedium } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { lazy, type ReactNode } from 'react'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import classes from './ListPage.module.css'

// records to filter by are looked for with what forms look for them with, fetched when asked for
const RefFilter = lazy(async () => ({ default: (await import('./RefFilter.tsx')).RefFilter }))
import type { Pages } from './pages.ts'
import type { ListAddress } from './use-list-address.ts'

export type ListPageProps<Node extends { id: string }> = {
  title: string
  address: ListAddress
  /** What can be filtered by; the columns are those of them that are shown. */
  fields: readonly Field[]
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
  selection?: Parameters<typeof ListTable>[0]['selection']
}

export function ListPage<Node extends { id: string }>(props: ListPageProps<Node>) {
  const {
    title,
    address,
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
    selection,
  } = props
  const { t } = useWords()
  const navigate = useNavigate()
  const beside = useMediaQuery('(min-width: 1180px)', true, { getInitialValueInEffect: false })
  const open = panel && beside ? address.search['open'] : undefined
  const { view } = address
  const filtered = !asksNothing(view.filter)
  return (
    <div className={classes.page}>
      <div className={classes.list}>
        <div className={classes.head}>
          <h1>{title}</h1>
          {count && <span className={classes.count}>{count}</span>}
          <div className={classes.actions}>{action}</div>
        </div>
        <FilterBar
          fields={fields}
          filter={view.filter}
          onChange={address.filterBy}
          {...(always ? { always } : {})}
          picker={picker ?? ((field, values, onChange) => <RefFilter field={field} values={values} onChange={onChange} />)}
          before={tabs}
          after={<DensityMenu density={view.density} onChange={(density) => address.change({ density })} />}
        />
        <ListTable
          label={title}
          fields={columns}
          rows={list.nodes.map(row)}
          state={columns.length === 0 && list.state === 'ready' ? 'loading' : list.state}
          failure={list.error && whatFailed(list.error, t)}
          onRetry={list.again}
          sort={view.sort}
          onSort={address.sortBy}
          density={view.density}
          href={href}
          openId={open}
          onOpen={(one) => (panel && beside ? address.open(one.id) : void navigate({ to: href(one) }))}
          more={list.more}
          filtered={filtered}
          onClearFilters={() => address.filterBy({ and: [] })}
          {...(empty ? { empty } : {})}
          {...(cells ? { cells } : {})}
          {...(cardTitle ? { cardTitle } : {})}
          selection={selection}
        />
      </div>
      {panel && open && (
        <aside className={classes.panel} key={open} aria-label={t('list.panel')}>
          {panel(open, () => address.open(undefined))}
        </aside>
      )}
    </div>
  )
}

function DensityMenu({ density, onChange }: { density: Density; onChange: (density: Density) => void }) {
  const { say } = useWords()
  const names: Record<Density, string> = { dense: say('density32'), medium: say('density40'), wide: say('density52') }
  const order: readonly Density[] = ['dense', 'medium', 'wide']
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={say('density')}>
          <ActionIcon aria-label={say('density')}>
            <IconBaselineDensityMedium size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {order.map((each) => (
          <Menu.Item
            key={each}
            onClick={() => onChange(each)}
            aria-current={each === density || undefined}
            fw={each === density ? 600 : 400}
          >
            {names[each]}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
