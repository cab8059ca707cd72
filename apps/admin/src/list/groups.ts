import { useCallback, useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { uncached } from '../graph/client.ts'
import { isOwn, useChanges } from '../graph/live.tsx'
import type { NounName } from '../gql/graphql.ts'
import type { PageStore } from './page-store.ts'
import { groupsDocument, type Group, type Groups } from './sums.ts'

type Read = { of: string; state: 'loading' | 'ready' | 'failed'; groups: readonly Group[]; next: string | undefined; note?: string }
const nothing = (of: string): Read => ({ of, state: 'loading', groups: [], next: undefined })

/** A list by groups: their counts and sums come first, members of those that are opened by pages. */
export const useGroups = <Node extends { id: string }>(
  noun: NounName,
  by: readonly string[],
  filter: object | undefined,
  within: (filter: object) => PageStore<Node>,
) => {
  const client = useClient()
  const asked = JSON.stringify([noun, by, filter ?? null])
  const [read, setRead] = useState<Read>(() => nothing(asked))
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  const [, redraw] = useState(0)
  const reading = useRef(false)

  const load = useCallback(
    async (after?: string) => {
      const [of, fields, where] = JSON.parse(asked) as [NounName, readonly string[], object | null]
      const { data } = await uncached(client)
        .query<Record<string, Groups>>(
          groupsDocument(of),
          { by: fields, filter: where, after: after ?? null },
          { requestPolicy: 'network-only' },
        )
        .toPromise()
      const found = data?.[`${of}Groups`]
      setRead((was): Read => {
        if (!found) return after === undefined ? { ...nothing(asked), state: 'failed' } : was
        if (found.__typename === 'TooManyToTotal') return { ...nothing(asked), state: 'failed', note: found.message }
        const before = after === undefined || was.of !== asked ? [] : was.groups
        return { of: asked, state: 'ready', groups: [...before, ...found.groups], next: found.next ?? undefined }
      })
    },
    [client, asked],
  )
  useEffect(() => void load(), [load])
  const current = read.of === asked ? read : nothing(asked)

  const keyOf = (group: Group) => JSON.stringify(group.keys.map(({ value }) => value))
  const stores = current.groups.flatMap((group) => (opened.has(keyOf(group)) ? [within(group.filter)] : []))
  const watched = useRef<readonly PageStore<Node>[]>(stores)
  watched.current = stores
  // the stores are the same ones as long as the same groups are open
  const which = [...opened].toSorted().join(' ')
  useEffect(() => {
    const stops = watched.current.map((store) => {
      void store.refresh()
      return store.subscribe(() => redraw((n) => n + 1))
    })
    return () => stops.forEach((stop) => stop())
  }, [which, asked, current.state])
  useChanges([noun], (whose) => {
    void load()
    for (const store of watched.current) void (whose === 'own' ? store.refresh() : store.notice(isOwn))
  })
  return {
    ...current,
    again: () => void load(),
    groups: current.groups.map((group) => {
      const key = keyOf(group)
      return { key, group, store: opened.has(key) ? within(group.filter) : undefined }
    }),
    toggle: (key: string) =>
      setOpened((was) => {
        const now = new Set(was)
        if (!now.delete(key)) now.add(key)
        return now
      }),
    more: () => {
      if (reading.current || current.next === undefined) return
      reading.current = true
      void load(current.next).finally(() => {
        reading.current = false
      })
    },
  }
}
