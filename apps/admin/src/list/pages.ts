import { useCallback, useEffect, useMemo, useRef, useSyncExternalStore } from 'react'
import { useClient, type Client, type CombinedError } from 'urql'
import { uncached } from '../graph/client.ts'
import { isOwn, useChanges } from '../graph/live.tsx'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { PageStore, type Page } from './page-store.ts'

export type Pages<Node> = Pick<PageStore<Node & { id: string }>, 'count' | 'news' | 'want' | 'idsBetween' | 'place'> & {
  /** What is at hand: everything, where nobody wants only a part of it. */
  nodes: readonly Node[]
  at: (index: number) => Node | undefined
  mark: (id: string) => 'changed' | 'gone' | undefined
  state: 'loading' | 'ready' | 'failed'
  error: CombinedError | undefined
  more: { has: boolean; loading: boolean; load: () => void }
  /** The same list, of those only that a filter holds for besides. */
  within: (filter: object) => PageStore<Node & { id: string }>
  /** From the beginning. */
  again: () => void
}

/** Lists one was in a while ago are as they were left, with the place in them; older ones begin anew. */
const kept = new WeakMap<Client, Map<string, PageStore<{ id: string }>>>()
const mostKept = 24
const keptFor = 30 * 60_000

const storeOf = <Node extends { id: string }>(client: Client, key: string, make: () => PageStore<Node>): PageStore<Node> => {
  const stores = kept.get(client) ?? new Map<string, PageStore<{ id: string }>>()
  kept.set(client, stores)
  const found = stores.get(key)
  stores.delete(key)
  const store = found && Date.now() - found.usedAt < keptFor ? (found as unknown as PageStore<Node>) : make()
  stores.set(key, store as unknown as PageStore<{ id: string }>)
  store.usedAt = Date.now()
  const [oldest] = stores.keys()
  if (stores.size > mostKept && oldest !== undefined) stores.delete(oldest)
  return store
}

/** A list by keyset pages, brought up to date as others work; see `PageStore`. Long lists stay out of the normalised cache. */
export const usePages = <Data, Variables, Node extends { id: string }>(
  query: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Page<Node>,
  { of, size = 50 }: { of: readonly string[] | 'all'; size?: number },
): Pages<Node> => {
  const client = useClient()
  const text = query.toString()
  const asked = JSON.stringify(variables)
  const picked = useRef(pick)
  picked.current = pick
  const storeFor = useCallback(
    (of: string) =>
      storeOf(
        client,
        `${size} ${of} ${text}`,
        () =>
          new PageStore<Node>(async (first, after) => {
            const { data, error } = await uncached(client)
              .query<Data>(
                text,
                { ...(JSON.parse(of) as object), first, ...(after === undefined ? {} : { after }) },
                { requestPolicy: 'network-only' },
              )
              .toPromise()
            return data === undefined || data === null ? { error } : { page: picked.current(data) }
          }, size),
      ),
    [client, text, size],
  )
  const store = useMemo(() => storeFor(asked), [storeFor, asked])
  const within = useCallback(
    (filter: object) => {
      const { filter: given, ...rest } = JSON.parse(asked) as { filter?: object }
      return storeFor(JSON.stringify({ ...rest, filter: given ? { and: [given, filter] } : filter }))
    },
    [storeFor, asked],
  )
  const version = useSyncExternalStore(store.subscribe, () => store.version)
  useEffect(() => void store.refresh(), [store])
  useChanges(of, (what) => void (what === 'own' ? store.refresh() : store.notice(isOwn)))
  const again = useCallback(() => void store.begin(), [store])
  return useMemo(
    () => ({
      count: store.count,
      nodes: store.nodes,
      at: (index: number) => store.at(index),
      mark: (id: string) => store.mark(id),
      news: store.news,
      want: store.want,
      idsBetween: store.idsBetween,
      place: store.place,
      state: store.state,
      error: store.error,
      more: { has: store.more, loading: store.loading, load: () => void store.next() },
      within,
      again,
    }),
    // eslint-disable-next-line react/exhaustive-deps -- the version says that the store says something else
    [store, version, within, again],
  )
}

/** The same rows in another order, where all of them are at hand. */
export const arranged = <Node extends { id: string }>(
  list: Pages<Node>,
  order: (nodes: readonly Node[]) => readonly Node[],
): Pages<Node> => {
  const nodes = order(list.nodes)
  return {
    ...list,
    nodes,
    count: nodes.length,
    at: (index) => nodes[index],
    want: (_, until) => {
      if (until >= nodes.length - 10 && list.more.has && !list.more.loading) list.more.load()
    },
    idsBetween: async (from, until) => nodes.slice(from, until + 1).map(({ id }) => id),
  }
}
