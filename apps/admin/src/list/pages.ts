import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useClient, type CombinedError } from 'urql'
import { useChanges } from '../graph/live.tsx'
import type { TypedDocumentString } from '../gql/graphql.ts'

export type Page<Node> = { edges: readonly { node: Node }[]; pageInfo: { hasNextPage: boolean; endCursor?: string | null } }
export type Pages<Node> = {
  nodes: readonly Node[]
  state: 'loading' | 'ready' | 'failed'
  error: CombinedError | undefined
  more: { has: boolean; loading: boolean; load: () => void }
  again: () => void
}

type State<Node> = {
  of: string
  nodes: readonly Node[]
  next: string | undefined
  status: 'loading' | 'more' | 'ready' | 'failed'
  error?: CombinedError
}

const largest = 100
const next = ({ pageInfo }: Page<unknown>) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined)

/**
 * A list by keyset pages. After a change the head of the list is read again and what had been loaded below it stays, so that
 * nobody loses their place.
 */
export const usePages = <Data, Variables, Node extends { id: string }>(
  query: TypedDocumentString<Data, Variables>,
  variables: Omit<Variables, 'first' | 'after'>,
  pick: (data: Data) => Page<Node>,
  { of, size = 50 }: { of: readonly string[] | 'all'; size?: number },
): Pages<Node> => {
  const client = useClient()
  const key = JSON.stringify(variables)
  const [state, setState] = useState<State<Node>>({ of: key, nodes: [], next: undefined, status: 'loading' })
  const run = useRef(0)
  const picked = useRef(pick)
  picked.current = pick
  const text = query.toString()

  const read = useCallback(
    async (first: number, after: string | undefined) => {
      const { data, error } = await client
        .query<Data>(
          text,
          { ...(JSON.parse(key) as object), first, ...(after === undefined ? {} : { after }) },
          { requestPolicy: 'network-only' },
        )
        .toPromise()
      return data === undefined || data === null ? { error } : { page: picked.current(data) }
    },
    [client, text, key],
  )

  const start = useCallback(
    async (loaded: number) => {
      run.current += 1
      const mine = run.current
      if (loaded === 0) setState((was) => ({ of: key, nodes: was.of === key ? was.nodes : [], next: undefined, status: 'loading' }))
      const { page, error } = await read(Math.min(largest, Math.max(size, loaded)), undefined)
      if (run.current !== mine) return
      setState((was) => {
        if (!page) return loaded > 0 ? was : { ...was, status: 'failed', ...(error ? { error } : {}) }
        const nodes = page.edges.map((edge) => edge.node)
        if (loaded <= largest || was.of !== key) return { of: key, nodes, next: next(page), status: 'ready' }
        const fresh = new Set(nodes.map((node) => node.id))
        return { ...was, nodes: [...nodes, ...was.nodes.slice(largest).filter((node) => !fresh.has(node.id))], status: 'ready' }
      })
    },
    [read, key, size],
  )

  useEffect(() => void start(0), [start])
  useChanges(of, () => void start(state.nodes.length))

  const more = useCallback(async () => {
    if (state.next === undefined || state.status !== 'ready') return
    const mine = run.current
    setState((was) => ({ ...was, status: 'more' }))
    const { page } = await read(size, state.next)
    if (run.current !== mine) return
    setState((was) => {
      if (!page) return { ...was, status: 'ready' }
      const known = new Set(was.nodes.map((node) => node.id))
      return {
        ...was,
        nodes: [...was.nodes, ...page.edges.map((edge) => edge.node).filter((node) => !known.has(node.id))],
        next: next(page),
        status: 'ready',
      }
    })
  }, [read, size, state.next, state.status])

  return useMemo(() => {
    const current = state.of === key
    const waiting = !current || (state.status === 'loading' && state.nodes.length === 0)
    return {
      nodes: current ? state.nodes : [],
      state: waiting ? 'loading' : current && state.status === 'failed' ? 'failed' : 'ready',
      error: state.error,
      more: { has: current && state.next !== undefined, loading: state.status === 'more', load: () => void more() },
      again: () => void start(0),
    }
  }, [state, key, more, start])
}
