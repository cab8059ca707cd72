import { useCallback, useRef } from 'react'
import { useQuery, type AnyVariables, type CombinedError, type Client } from 'urql'
import type { TypedDocumentString } from '../gql/graphql.ts'
import { useChanges } from './live.tsx'

export type Reading<Data> = { data: Data | undefined; loading: boolean; error: CombinedError | undefined; again: () => void }

/** A query that is read again when what it shows changes. */
export const useRead = <Data, Variables extends AnyVariables>(
  query: TypedDocumentString<Data, Variables>,
  variables: Variables,
  {
    of,
    pause = false,
    kept = false,
  }: { of: readonly string[] | 'all'; pause?: boolean; /** Known already, it is not asked again until it changes. */ kept?: boolean },
): Reading<Data> => {
  const [{ data, fetching, error }, execute] = useQuery<Data>({
    query: query.toString(),
    variables: variables ?? {},
    pause,
    ...(kept ? { requestPolicy: 'cache-first' } : {}),
  })
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute])
  useChanges(of, () => {
    if (!pause) again()
  })
  // REL-11: while the connection is lost, what was read stays; that it may be old is said by the frame
  const asked = JSON.stringify([query.toString(), variables])
  const read = useRef<{ asked: string; data: Data }>(undefined)
  if (data) read.current = { asked, data }
  const lost = error?.networkError !== undefined && error.response === undefined
  const shown = data ?? (lost && read.current?.asked === asked ? read.current.data : undefined)
  return { data: shown, loading: fetching && !shown, error: shown ? undefined : error, again }
}

/** One answer, asked for by hand: what a picker finds while somebody types. */
export const ask = async <Data, Variables extends AnyVariables>(
  client: Client,
  query: TypedDocumentString<Data, Variables>,
  variables: Variables,
): Promise<Data> => {
  const { data, error } = await client.query<Data>(query.toString(), variables ?? {}, { requestPolicy: 'network-only' }).toPromise()
  if (data === undefined) throw error ?? new Error('no answer')
  return data
}
