import type { NounName } from '@lintel/domain'
import type { Projection } from '../records/after.ts'
import { nounOf } from '../records/nouns.ts'
import { keepMessages } from './keep.ts'

/** How something ended for somebody, kept in the transaction that ended it. X-6 */
export const outcomes: Projection = async (client, changed, { now, quietly }) => {
  if (quietly) return
  const messages = changed.flatMap(({ stored, before }) => {
    const words = before ? (nounOf(stored.noun).tells?.(before, stored.record) ?? []) : []
    return words.flatMap(({ to, outcome, of, about }) =>
      to.map((person) => ({
        person,
        kind: 'outcome' as const,
        stage: outcome,
        // what a noun tells of is a noun
        noun: of.noun as NounName,
        record: of.id,
        title: about.title,
        key: `${stored.record.id} ${outcome} ${stored.version}`,
        ...(about.number === undefined ? {} : { number: about.number }),
      })),
    )
  })
  await keepMessages(client, messages, now)
}
