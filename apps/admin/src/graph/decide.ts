import { useCallback } from 'react'
import { useClient, type Client } from 'urql'
import { confirmAgain } from './confirmation.ts'
import { announceOwn } from './live.tsx'
import { asItWasSent, isAnswered } from './unanswered.ts'

/** The revision of every record that stood on the screen, so that a decision is on what was seen. B-4 */
export type Seen = { id: string; revision: number }
export type Order = { decision: string; id?: string; saw?: readonly Seen[]; input: Record<string, unknown> }

export type Answer =
  | { is: 'done'; id: string | undefined; noun: string; revision?: number | undefined }
  | { is: 'refused'; code: string; message: string; field?: string }
  | { is: 'lost'; message: string }

const upperFirst = (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1)

/**
 * Every decision has the mutation of its name, so one sentence says them all:
 * fineSign(id, key, saw, input: FineSignInput!) gives the fine or a refusal.
 */
const decisionDocument = (decision: string, { onRecord, hasInput }: { onRecord: boolean; hasInput: boolean }) => {
  const given = [
    onRecord && '$id: ID!',
    '$key: String!',
    onRecord && '$saw: [SeenInput!]',
    hasInput && `$input: ${upperFirst(decision)}Input!`,
  ]
  const passed = [onRecord && 'id: $id', 'key: $key', onRecord && 'saw: $saw', hasInput && 'input: $input']
  const list = (parts: readonly (string | false)[]) => parts.filter((part) => part !== false).join(', ')
  return `mutation ${upperFirst(decision)}(${list(given)}) {
  ${decision}(${list(passed)}) {
    __typename
    ... on Record { id revision }
    ... on Refusal { code message }
    ... on BadInput { field }
  }
}`
}

type Reply = { __typename: string; id?: string; revision?: number; code?: string; message?: string; field?: string }

const sendOnce = async (client: Client, { decision, id, saw, input }: Order, key: string): Promise<Answer> => {
  const hasInput = Object.keys(input).length > 0
  const { data, error } = await client
    .mutation<Record<string, Reply | null>>(decisionDocument(decision, { onRecord: id !== undefined, hasInput }), {
      key,
      ...(id === undefined ? {} : { id, saw: saw ?? [] }),
      ...(hasInput ? { input } : {}),
    })
    .toPromise()
  const reply = data?.[decision]
  if (!reply) return { is: 'lost', message: error?.graphQLErrors[0]?.message ?? '' }
  if (reply.code !== undefined)
    return { is: 'refused', code: reply.code, message: reply.message ?? '', ...(reply.field ? { field: reply.field } : {}) }
  const noun = reply.__typename.slice(0, 1).toLowerCase() + reply.__typename.slice(1)
  announceOwn(reply.id)
  return { is: 'done', id: reply.id, noun, revision: reply.revision }
}

/** Where it is above the limit the password is asked for in place, and the same decision is sent again under the same key. SEC-11 */
const sendDecision = async (client: Client, order: Order, key: string): Promise<Answer> => {
  const answer = await sendOnce(client, order, key)
  const again = answer.is === 'refused' && answer.code === 'ConfirmItIsYou' && (await confirmAgain())
  return again ? sendOnce(client, order, key) : answer
}

/** Sends decisions; the same one sent again after a lost answer carries the same key and never takes effect twice. B-3 */
export const useDecide = () => {
  const client = useClient()
  return useCallback(
    async (order: Order): Promise<Answer> => {
      const sent = asItWasSent(order)
      const answer = await sendDecision(client, sent.order, sent.key)
      if (answer.is !== 'lost') isAnswered(order)
      return answer
    },
    [client],
  )
}
