import { beforeEach, expect, it, vi } from 'vitest'
import { PageStore, type Page } from './page-store.ts'

type Node = { id: string; title?: string }
let all: Node[]
let asked: (string | undefined)[]
const isOwn = () => false

/** Pages of ten by the id of the last row before them. */
const store = () =>
  new PageStore<Node>((first, after) => {
    asked.push(after)
    const begin = after === undefined ? 0 : all.findIndex(({ id }) => id > after)
    const nodes = begin === -1 ? [] : all.slice(begin, begin + first)
    const page: Page<Node> = {
      edges: nodes.map((node) => ({ node })),
      pageInfo: { hasNextPage: begin !== -1 && begin + first < all.length, endCursor: nodes.at(-1)?.id ?? null },
    }
    return Promise.resolve({ page })
  }, 10)
const named = (n: number) => String(n).padStart(4, '0')
const settled = () => vi.advanceTimersByTimeAsync(100)
const ids = (list: PageStore<Node>) => Array.from({ length: list.count }, (_, n) => list.at(n)?.id ?? '·')

beforeEach(() => {
  vi.useFakeTimers()
  all = Array.from({ length: 200 }, (_, n) => ({ id: named(n * 2) }))
  asked = []
  return () => vi.useRealTimers()
})

/** Read to its end, as somebody does who scrolls. */
const readThrough = async () => {
  const list = store()
  await list.refresh()
  while (list.more) {
    list.want(list.count - 5, list.count - 1)
    await settled()
  }
  return list
}

it('X-2 lets go of pages far away and reads them again by their cursor', async () => {
  const list = await readThrough()
  expect(list.count).toBe(200)
  expect(list.nodes.length).toBeLessThanOrEqual(40)
  expect(list.at(0)).toBeUndefined()
  asked = []
  list.want(50, 55)
  await settled()
  expect(list.at(50)?.id).toBe(named(100))
  expect(asked).toContain(named(98))
})

it('gives the ids of rows that were let go', async () => {
  const list = await readThrough()
  expect(await list.idsBetween(8, 12)).toEqual([8, 9, 10, 11, 12].map((n) => named(n * 2)))
})

it('REL-11 a row another person changes is brought up to date where it stands, and marked for a while', async () => {
  const list = store()
  await list.refresh()
  all[3] = { id: named(6), title: 'anders' }
  await list.notice(isOwn)
  expect(list.at(3)?.title).toBe('anders')
  expect(list.mark(named(6))).toBe('changed')
  await vi.advanceTimersByTimeAsync(10_000)
  expect(list.mark(named(6))).toBeUndefined()
})

it('REL-11 new rows are counted, not put in; what has left stays until it is shown anew', async () => {
  const list = store()
  await list.refresh()
  const before = ids(list)
  all = [{ id: '0001' }, ...all.filter(({ id }) => id !== named(4))].toSorted((a, b) => a.id.localeCompare(b.id))
  await list.notice(isOwn)
  expect(ids(list)).toEqual(before)
  expect(list.news).toEqual({ fresh: 1, gone: 1 })
  await list.begin()
  expect(ids(list).slice(0, 3)).toEqual([named(0), '0001', named(2)])
  expect(list.news).toEqual({ fresh: 0, gone: 0 })
})

it('a row that came makes none of those it pushed to the next page look gone', async () => {
  const list = store()
  await list.refresh()
  all = [{ id: '0001' }, ...all].toSorted((a, b) => a.id.localeCompare(b.id))
  await list.notice(isOwn)
  expect(list.news).toEqual({ fresh: 1, gone: 0 })
})

it('a row that left makes none of the next page look new', async () => {
  const list = store()
  await list.refresh()
  all = all.filter(({ id }) => id !== named(4))
  await list.notice(isOwn)
  expect(list.news).toEqual({ fresh: 0, gone: 1 })
})

it("what one's own decision sent away goes at once", async () => {
  const list = store()
  await list.refresh()
  all = all.filter(({ id }) => id !== named(4))
  await list.refresh()
  expect(ids(list)).not.toContain(named(4))
  expect(new Set(ids(list)).size).toBe(list.count)
})

it('has no row twice and none missing once a page in the middle was read again', async () => {
  const list = await readThrough()
  all = all.filter(({ id }) => ![named(104), named(108)].includes(id))
  list.want(50, 59)
  await settled()
  await list.refresh()
  while (list.more) {
    list.want(list.count - 5, list.count - 1)
    await settled()
  }
  expect(await list.idsBetween(0, list.count - 1)).toEqual(all.map(({ id }) => id))
})

it('says what failed, and begins again', async () => {
  let broken = true
  const list = new PageStore<Node>(
    () =>
      Promise.resolve(
        broken ? { error: undefined } : { page: { edges: [{ node: { id: '1' } }], pageInfo: { hasNextPage: false, endCursor: null } } },
      ),
    10,
  )
  await list.refresh()
  expect(list.state).toBe('failed')
  broken = false
  await list.begin()
  expect([list.state, list.count]).toEqual(['ready', 1])
})
