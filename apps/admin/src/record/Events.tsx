import { Timeline, useLink, type TimelineEntry } from '@lintel/ui'
import type { EventLineFragment } from '../gql/graphql.ts'
import { hrefOf } from '../paths.ts'
import { usePositionName } from '../session/positions.ts'
import { labelled, listed, useWords } from '../words/words.ts'
import { readPayload } from './payload.ts'

const grave = new Set([
  'Refused',
  'Rejected',
  'Reopened',
  'GroundNoted',
  'TakenOver',
  'Stopped',
  'Failed',
  'Fined',
  'GroundFell',
  'BudgetRefused',
])
const good = new Set(['Resolved', 'Closed', 'Issued', 'Visited', 'Accepted', 'Audited', 'ChargedBack'])
const toneOf = (type: string): NonNullable<TimelineEntry['tone']> => (grave.has(type) ? 'red' : good.has(type) ? 'green' : 'blue')

/** Everything that happened on a record and on what hangs on it. C-10 */
export function Events({ of, record }: { of: readonly EventLineFragment[]; record: string }) {
  const { t, has } = useWords()
  const Link = useLink()
  const position = usePositionName()
  const nouns = [...new Set(of.map((event) => event.noun))]
  const entries = of.map((event): TimelineEntry => {
    const { title, note, late, changes, happened, shown } = readPayload(event, t, has)
    return {
      id: event.id,
      at: happened ?? event.at,
      enteredAt: late ? event.entered : undefined,
      late: late !== undefined,
      title,
      who: event.actor ? { name: event.actor, position: listed(event.actorPositions.map(position)) } : undefined,
      inNameOf: event.inNameOf ? { name: event.inNameOf } : undefined,
      bySystem: event.bySystem,
      note:
        [
          note,
          late && labelled(t('input.lateReason'), late.reason),
          late?.proof && labelled(t('input.proof'), late.proof),
          shown.length > 0 && labelled(t('input.evidence'), listed(shown)),
        ]
          .filter(Boolean)
          .join('\n') || undefined,
      kind: event.noun,
      tone: toneOf(event.type),
      changes,
      ...(event.recordId === record
        ? {}
        : {
            on: (
              <>
                <Link to={hrefOf({ noun: event.noun, id: event.recordId })}>
                  {[event.number && event.noun !== 'approval' ? undefined : t(`noun.${event.noun}`), event.number]
                    .filter(Boolean)
                    .join(' ')}
                </Link>
                {event.party && <small> {event.party}</small>}
              </>
            ),
          }),
    }
  })
  return <Timeline entries={entries} kinds={nouns.map((value) => ({ value, label: t(`noun.${value}`) }))} />
}
