import { Timeline, useLink, type TimelineEntry } from '@lintel/ui'
import type { EventLineFragment } from '../gql/graphql.ts'
import { hrefOf } from '../paths.ts'
import { useWords } from '../words/words.ts'

const grave = new Set(['Refused', 'Rejected', 'Reopened', 'GroundNoted', 'TakenOver', 'Stopped', 'Failed', 'Fined'])
const good = new Set(['Resolved', 'Closed', 'Approved', 'Issued', 'Settled', 'Visited'])
const toneOf = (type: string): NonNullable<TimelineEntry['tone']> => (grave.has(type) ? 'red' : good.has(type) ? 'green' : 'blue')

/** Everything that happened on a record and on what hangs on it. C-10 */
export function Events({ of, record }: { of: readonly EventLineFragment[]; record: string }) {
  const { t, has } = useWords()
  const Link = useLink()
  const nouns = [...new Set(of.map((event) => event.noun))]
  const word = (event: EventLineFragment) => (has(`event.${event.noun}.${event.type}`) ? t(`event.${event.noun}.${event.type}`) : has(`event.any.${event.type}`) ? t(`event.any.${event.type}`) : event.type)
  const entries = of.map(
    (event): TimelineEntry => ({
      id: event.id,
      at: event.at,
      enteredAt: event.late ? event.enteredAt : undefined,
      late: event.late,
      title: word(event),
      who: event.by,
      inNameOf: event.inNameOf,
      bySystem: event.bySystem,
      note: event.note,
      kind: event.noun,
      tone: toneOf(event.type),
      changes: event.changes.map((change) => ({
        label: has(`input.${change.field}`) ? t(`input.${change.field}`) : change.field,
        ...(change.before === null ? {} : { before: change.before }),
        after: change.after ?? '—',
      })),
      ...(event.record.id === record ? {} : { on: <Link to={hrefOf(event.record)}>{event.record.number ?? t(`noun.${event.noun}`)}</Link> }),
    }),
  )
  return <Timeline entries={entries} kinds={nouns.map((value) => ({ value, label: t(`noun.${value}`) }))} />
}
