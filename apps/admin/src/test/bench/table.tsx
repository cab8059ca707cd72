import { StrictMode, useState, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { linesFrom, type MadeLines } from '../../list/lines.ts'
import { PageStore } from '../../list/page-store.ts'
import type { Pages } from '../../list/pages.ts'
import { DataTable, UiProvider, type Field } from '@lintel/ui'
import '@lintel/ui/styles.css'
import words from '@lintel/ui/words/zh.json'
import { columns, count, rowAt, type BenchRow } from './rows.ts'

const size = 50
/** An API in the page itself: pages by cursor, as the real one gives them, without the network. */
const store = new PageStore<BenchRow>((first, after) => {
  const from = after === undefined ? 0 : Number(after) + 1
  const nodes = Array.from({ length: Math.min(first, count - from) }, (_, n) => rowAt(from + n))
  return Promise.resolve({
    page: { edges: nodes.map((node) => ({ node })), pageInfo: { hasNextPage: from + first < count, endCursor: String(from + first - 1) } },
  })
}, size)
const fields = columns.map((key): Field => ({ key, label: key, type: 'text', sortable: true, width: 150 }))
const shown = columns.map((key) => ({ key, ...(key === 'number' ? { pin: 'left' as const } : {}) }))
const say = (word: keyof typeof words, values: Record<string, string | number> = {}) =>
  words[word].replaceAll(/\{\{(\w+)\}\}/gu, (_, name: string) => String(values[name] ?? ''))

const made: MadeLines<BenchRow> = new WeakMap()

function Page() {
  useSyncExternalStore(store.subscribe, () => store.version)
  const [sort, setSort] = useState<readonly { key: string; down: boolean }[]>([])
  const [selection, setSelection] = useState<{ ids: ReadonlySet<string> }>({ ids: new Set() })
  const [open, setOpen] = useState<string>()
  const list = {
    count: store.count,
    at: (index: number) => store.at(index),
    mark: () => undefined,
    want: store.want,
    idsBetween: store.idsBetween,
    nodes: store.nodes,
    more: { has: store.more, loading: store.loading, load: () => undefined },
  } as unknown as Pages<BenchRow>
  return (
    <div style={{ height: '100vh', display: 'flex', flexDirection: 'column' }}>
      <DataTable
        label="bench"
        fields={fields}
        columns={shown}
        onColumns={() => undefined}
        lines={linesFrom(list, (node) => ({ ...node }), made)}
        state={store.state}
        sort={sort}
        onSort={(key) => {
          setSort([{ key, down: sort[0]?.key === key && !sort[0].down }])
          void store.begin()
        }}
        selection={{ value: selection, onChange: (next) => 'ids' in next && setSelection(next) }}
        onOpen={(row) => setOpen(row.id)}
        openId={open}
        place={store.place}
      />
    </div>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('no root')
createRoot(root).render(
  <StrictMode>
    <UiProvider language="zh" say={say as never}>
      <Page />
    </UiProvider>
  </StrictMode>,
)
// every page is read once, as somebody does who scrolls to the end; what is far away is let go
await store.begin()
while (store.more) {
  await store.next()
  store.want(store.count - size, store.count - 1)
}
store.want(0, 20)
Object.assign(window, { scroller: () => document.querySelector('[role="grid"]') })
