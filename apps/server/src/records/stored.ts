import type { AnyRecord, Moment, NounName } from './nouns.ts'
import { nounOf } from './nouns.ts'

/** A record with how far its history goes. `version` is the number of its last event, `head` that event's hash. */
export type Stored = {
  readonly noun: NounName
  readonly record: AnyRecord
  readonly version: number
  readonly head: string
  /** When the last event was decided. */
  readonly changedAt: Moment
}

/** What "changed since seen" compares. B-4 */
export const revisionOf = ({ noun, record, version }: Stored): number => nounOf(noun).revision?.(record) ?? version
