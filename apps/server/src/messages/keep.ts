import type { Moment, NounName, PersonId } from '@lintel/domain'
import type pg from 'pg'
import { idFrom } from '../records/identity.ts'
import { choicesOf, unchosen, type Kind, type Way } from './choices.ts'
import { afterQuiet } from './quiet.ts'

/** What one person is told. `key` is what it says: it is said to them once, however often it is tried. REL-12 */
export type NewMessage = {
  readonly person: PersonId
  readonly kind: Kind
  readonly stage: string
  readonly noun?: NounName
  readonly record?: string
  readonly task?: string
  readonly does?: string
  readonly part?: string
  readonly number?: string
  readonly title: string
  /** The view that something entered. X-9 */
  readonly view?: string
  readonly due?: Moment
  readonly key: string
  /** Goes this way whatever was chosen, and at once: a trial. */
  readonly only?: Way
}

const iso = (at: Moment | undefined) => (at === undefined ? null : new Date(at).toISOString())

/** Keeps what was not said before, and what of it goes out by e-mail or robot and when; gives the people it is for. */
export const keepMessages = async (client: pg.ClientBase, messages: readonly NewMessage[], now: Moment): Promise<readonly PersonId[]> => {
  if (messages.length === 0) return []
  const choices = await choicesOf(client, [...new Set(messages.map(({ person }) => person))])
  const choiceOf = (person: PersonId) => choices.get(person) ?? unchosen
  const waysOf = ({ person, kind, only }: NewMessage): readonly Way[] => (only ? [only] : choiceOf(person).ways[kind])
  const byId = new Map(messages.map((message) => [idFrom('message', message.person, message.key), message]))
  const { rows } = await client.query<{ id: string }>({
    name: 'keep messages',
    text: `insert into message (id, person_id, kind, stage, noun, record_id, task_id, does, part, number, title, view_id, due_at, at, read_at, key)
           select id, person_id, kind, stage, noun, record_id, task_id, does, coalesce(part, ''), number, title, view_id, due_at, $2, read_at, key
           from json_populate_recordset(null::message, $1::json) on conflict (person_id, key) do nothing returning id`,
    values: [
      JSON.stringify(
        [...byId].map(([id, message]) => ({
          id,
          person_id: message.person,
          kind: message.kind,
          stage: message.stage,
          noun: message.noun,
          record_id: message.record,
          task_id: message.task,
          does: message.does,
          part: message.part,
          number: message.number,
          title: message.title,
          view_id: message.view,
          due_at: iso(message.due),
          // whoever does not want it at the bell finds it there read
          read_at: waysOf(message).includes('bell') ? null : iso(now),
          key: message.key,
        })),
      ),
      iso(now),
    ],
  })
  const kept = rows.flatMap(({ id }) => {
    const message = byId.get(id)
    return message ? [{ id, message }] : []
  })
  const deliveries = kept.flatMap(({ id, message }) =>
    waysOf(message)
      .filter((way) => way === 'email' || (way === 'robot' && choiceOf(message.person).robot))
      .map((way) => ({
        message_id: id,
        way,
        person_id: message.person,
        state: 'waiting',
        after: iso(message.only ? now : afterQuiet(choiceOf(message.person), now)),
        tries: 0,
        at: iso(now),
      })),
  )
  if (deliveries.length)
    await client.query({
      name: 'keep deliveries',
      text: `insert into delivery select * from json_populate_recordset(null::delivery, $1::json) on conflict do nothing`,
      values: [JSON.stringify(deliveries)],
    })
  return [...new Set(kept.map(({ message }) => message.person))]
}
