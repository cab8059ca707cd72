import { setImmediate as letOthers } from 'node:timers/promises'
import { isRefusal, refuse, type Ask, type Moment, type Refusal } from '@lintel/domain'
import type { Command } from '../records/answer.ts'
import type { Bulk } from '../records/bulk.ts'
import { written } from '../records/document.ts'
import { idFrom } from '../records/identity.ts'
import { decisionOf } from '../records/nouns.ts'
import type { ActionRow, LineState } from './row.ts'

export type Line = {
  readonly seq: number
  readonly record: string
  /** Up to which event its history went when this was tried, or when what is taken back was done. */
  readonly version: number | null
  /** What takes back what was done. */
  readonly undo: Ask | null
}
export type Outcome = {
  readonly seq: number
  readonly state: LineState
  readonly version?: number
  readonly undo?: Ask
  readonly refusal?: Refusal
}

/** So many are decided before others get their turn. */
const inARow = 20

/** What one line asks for: of an action that takes back, what the line says; else what was asked of all. */
export const commandOf = (action: ActionRow, { record, undo }: Line): Command =>
  ({
    does: action.undoes && undo ? undo.does : action.does,
    on: record,
    input: action.undoes && undo ? undo.input : action.input,
    // the same on a second attempt, whichever process makes it. B-3
    key: idFrom('many', action.id, record),
    origin: action.origin,
  }) as unknown as Command

export const refusedLine = ({ seq }: Line, refusal: Refusal): Outcome => ({ seq, state: 'refused', refusal })

/** Decides these, each by itself: as the same person would one by one. `matching`: those that still belong to what was chosen. */
export const decideLines = async (
  bulk: Bulk,
  action: ActionRow,
  lines: readonly Line[],
  { now, trying, matching }: { readonly now: Moment; readonly trying: boolean; readonly matching: ReadonlySet<string> | undefined },
): Promise<readonly Outcome[]> => {
  const { many } = decisionOf(action.does).decision
  await bulk.lock(
    action.noun,
    lines.map(({ record }) => record),
  )
  const outcomes: Outcome[] = []
  for (const [n, line] of lines.entries()) {
    if (n % inARow === inARow - 1) await letOthers()
    if (matching && !matching.has(line.record)) {
      outcomes.push(refusedLine(line, refuse('NoLongerMatches')))
      continue
    }
    const before = bulk.stored(line.record)
    // B-4: what changed since it was tried, or since it was done, is left and told
    if (line.version !== null && before && before.version !== line.version) {
      outcomes.push(refusedLine(line, refuse('ChangedSinceSeen', { record: line.record })))
      continue
    }
    const decided = await bulk.decide(action.by, commandOf(action, line), now)
    const undo = before && !action.undoes ? many?.undo?.(before.record) : undefined
    outcomes.push(
      isRefusal(decided)
        ? refusedLine(line, decided)
        : trying
          ? { seq: line.seq, state: 'open', ...(before ? { version: before.version } : {}) }
          : { seq: line.seq, state: 'done', version: bulk.stored(line.record)?.version ?? 0, ...(undo ? { undo } : {}) },
    )
  }
  return outcomes
}

type Write = (text: string, values: readonly unknown[]) => Promise<unknown>
/** What became of these lines, with how many there are of each. */
export const keepOutcomes = async (write: Write, { id, state: now }: ActionRow, outcomes: readonly Outcome[]) => {
  const running = now === 'running'
  const rows = outcomes.map(
    ({ seq, state, version, undo, refusal }) =>
      `{"seq":${seq},"state":"${state}","version":${version ?? 'null'},"undo":${undo ? written(undo) : 'null'},"refusal":${refusal ? written(refusal) : 'null'}}`,
  )
  await write(
    `update many_line l set state = n.state, version = coalesce(n.version, l.version), undo = coalesce(n.undo, l.undo), refusal = n.refusal
     from json_to_recordset($2::json) as n(seq int, state text, version int, undo jsonb, refusal jsonb) where l.action_id = $1 and l.seq = n.seq`,
    [id, `[${rows.join(',')}]`],
  )
  const count = (state: LineState) => outcomes.filter((one) => one.state === state).length
  await write(
    `update many_action set open = open + $2, refused = refused + $3, done = done + $4, undoable = undoable + $5 where id = $1`,
    // while it runs, each that is decided was open before
    [id, count('open') - (running ? outcomes.length : 0), count('refused'), count('done'), outcomes.filter(({ undo }) => undo).length],
  )
}
