import type { Client } from 'urql'
import { nounOfDecision } from '../decisions.ts'

type Standing = { revision: number; decision: { allowed: boolean; because: string | null } | undefined }

/** How a record stands before one decision about it: its revision, and whether the decision is open now or why not. */
export const standingOf = async (client: Client, id: string, mutation: string): Promise<Standing | undefined> => {
  const noun = nounOfDecision(mutation)
  type Answer = Record<
    string,
    { revision: number; availableDecisions: readonly { mutation: string; allowed: boolean; because: string | null }[] } | null
  >
  const { data } = await client
    .query<Answer>(
      `query Standing($id: ID!) { ${noun}(id: $id) { id revision availableDecisions { mutation allowed because } } }`,
      { id },
      { requestPolicy: 'network-only' },
    )
    .toPromise()
  const record = data?.[noun]
  return record ? { revision: record.revision, decision: record.availableDecisions.find((each) => each.mutation === mutation) } : undefined
}
