import { useDebouncedValue } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import { useClient, type CombinedError } from 'urql'
import { SearchDocument, type NounName, type SearchQuery } from '../gql/graphql.ts'

export type Groups = SearchQuery['search']['groups']
export type Search =
  | { is: 'nothing' }
  | { is: 'tooShort' | 'looking'; text: string }
  | { is: 'found'; text: string; groups: Groups }
  | { is: 'failed'; text: string; error: CombinedError }

const pause = 150

/** What is found while somebody types: the answer to what stands there now, never one that was overtaken. X-3 */
export const useSearch = (typed: string, { of, first }: { of?: NounName | undefined; first: number }) => {
  const client = useClient()
  const [asked] = useDebouncedValue(typed.trim(), pause)
  const [answer, setAnswer] = useState<Search>({ is: 'nothing' })
  const [round, setRound] = useState(0)
  useEffect(() => {
    if (asked === '') return setAnswer({ is: 'nothing' })
    // what was found before stands until the answer is there, so that nothing jumps
    setAnswer((was) => (was.is === 'found' ? was : { is: 'looking', text: asked }))
    const asking = client
      .query<SearchQuery>(SearchDocument.toString(), { text: asked, first, ...(of ? { of: [of] } : {}) }, { requestPolicy: 'network-only' })
      .subscribe(({ data, error }) => {
        if (error && !data) setAnswer({ is: 'failed', text: asked, error })
        else if (data)
          setAnswer(data.search.tooShort ? { is: 'tooShort', text: asked } : { is: 'found', text: asked, groups: data.search.groups })
      })
    return () => asking.unsubscribe()
  }, [client, asked, of, first, round])
  return {
    search: answer,
    waiting:
      typed.trim() !== '' && (answer.is !== 'found' || answer.text !== typed.trim()) && answer.is !== 'failed' && answer.is !== 'tooShort',
    again: () => setRound((n) => n + 1),
  }
}
