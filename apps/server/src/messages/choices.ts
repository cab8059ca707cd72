import type { PersonId } from '@lintel/domain'
import type pg from 'pg'

/** What people are told of: something to sign, to do, to know, falling due, how a request of theirs ended, what entered a view they follow, the monthly report, and what they owe today. */
export const kinds = ['approval', 'task', 'alert', 'reminder', 'outcome', 'view', 'report', 'digest'] as const
export type Kind = (typeof kinds)[number]
/** The bell in the app, e-mail, and a robot of WeCom or DingTalk. X-6 */
export const ways = ['bell', 'email', 'robot'] as const
export type Way = (typeof ways)[number]
export const robotFormats = ['wecom', 'dingtalk'] as const
export type RobotFormat = (typeof robotFormats)[number]
export type Robot = { readonly format: RobotFormat; readonly address: string; readonly secret?: string }

/** How one person wants to be told. Times are minutes of the day in Asia/Shanghai. */
export type Choice = {
  readonly ways: Readonly<Record<Kind, readonly Way[]>>
  readonly quiet: { readonly from: number; readonly until: number } | undefined
  readonly digestAt: number | undefined
  readonly robot: Robot | undefined
}

/** Until somebody chooses: the bell for all, e-mail for what others wait for; nothing at night. */
export const unchosen: Choice = {
  ways: {
    approval: ['bell', 'email'],
    task: ['bell'],
    alert: ['bell', 'email'],
    reminder: ['bell', 'email'],
    outcome: ['bell', 'email'],
    view: ['bell'],
    report: ['bell', 'email'],
    digest: ['email'],
  },
  quiet: { from: 21 * 60, until: 8 * 60 },
  digestAt: 8 * 60 + 30,
  robot: undefined,
}

type ChoiceRow = {
  readonly person_id: PersonId
  readonly ways: Choice['ways']
  readonly quiet_from: number | null
  readonly quiet_until: number | null
  readonly digest_at: number | null
  readonly robot_format: RobotFormat | null
  readonly robot_address: string | null
  readonly robot_secret: string | null
}
const choiceFrom = (row: ChoiceRow): Choice => ({
  // of a kind that came after they chose, as if they had not
  ways: { ...unchosen.ways, ...row.ways },
  quiet: row.quiet_from === null || row.quiet_until === null ? undefined : { from: row.quiet_from, until: row.quiet_until },
  digestAt: row.digest_at ?? undefined,
  robot:
    row.robot_format && row.robot_address
      ? { format: row.robot_format, address: row.robot_address, ...(row.robot_secret ? { secret: row.robot_secret } : {}) }
      : undefined,
})

type Client = Pick<pg.ClientBase, 'query'>
/** What these people chose; whoever is not in it has not chosen. */
export const choicesOf = async (client: Client, people: readonly PersonId[]): Promise<ReadonlyMap<PersonId, Choice>> => {
  const { rows } = await client.query<ChoiceRow>('select * from message_choice where person_id = any($1::uuid[])', [people])
  return new Map(rows.map((row) => [row.person_id, choiceFrom(row)]))
}

/** A new secret is kept; none given keeps the old one for as long as the address stays. */
export const keepChoice = async (client: Client, person: PersonId, { ways: chosen, quiet, digestAt, robot }: Choice) => {
  await client.query(
    `insert into message_choice as c (person_id, ways, quiet_from, quiet_until, digest_at, robot_format, robot_address, robot_secret)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (person_id) do update set ways = excluded.ways, quiet_from = excluded.quiet_from,
       quiet_until = excluded.quiet_until, digest_at = excluded.digest_at, robot_format = excluded.robot_format, robot_address = excluded.robot_address,
       robot_secret = case when c.robot_address = excluded.robot_address then coalesce(excluded.robot_secret, c.robot_secret) else excluded.robot_secret end`,
    [
      person,
      JSON.stringify(chosen),
      quiet?.from ?? null,
      quiet?.until ?? null,
      digestAt ?? null,
      robot?.format ?? null,
      robot?.address ?? null,
      robot?.secret ?? null,
    ],
  )
}
