import type { DataTableProps } from '@lintel/ui'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { uncached } from '../graph/client.ts'
import { useChanges } from '../graph/live.tsx'
import type { NounName } from '../gql/graphql.ts'
import { byColumn, totalsDocument, type Totals } from './sums.ts'

/** What a list comes to, asked for beside it so that no page waits; where it is too much, why there is no sum. */
export const useTotals = (noun: NounName | undefined, filter: object | undefined): DataTableProps['totals'] => {
  const client = useClient()
  const asked = JSON.stringify(filter ?? null)
  const [found, setFound] = useState<{ of: string; totals: Totals }>()
  const [read, setRead] = useState(0)
  useEffect(() => {
    if (!noun) return
    let gone = false
    void uncached(client)
      .query<Record<string, Totals>>(totalsDocument(noun), { filter: JSON.parse(asked) as object }, { requestPolicy: 'network-only' })
      .toPromise()
      .then(({ data }) => {
        const totals = data?.[`${noun}Totals`]
        if (!gone && totals) setFound({ of: asked, totals })
      })
    return () => {
      gone = true
    }
  }, [client, noun, asked, read])
  useChanges(noun ? [noun] : [], () => setRead((n) => n + 1))
  if (!noun || found?.of !== asked) return undefined
  return found.totals.__typename === 'ListTotals' ? { values: byColumn(found.totals.totals) } : { values: {}, note: found.totals.message }
}
