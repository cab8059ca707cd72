import { reassignments, type Approval, type Refusal } from '@lintel/domain'
import { available, type Query } from '../records/available.ts'
import { nounOf } from '../records/nouns.ts'
import { tasksFor, type Deciding } from '../records/play.ts'
import type { Stored } from '../records/stored.ts'
import type { Context } from './context.ts'
import { declaredByName, mutationOf } from './names.ts'

/** A decision on a record: open, or why not. */
export type Available = {
  readonly name: string
  readonly mutation: string
  readonly part?: string
  readonly owed: boolean
  readonly refusal?: Refusal
}

/**
 * What the reader can decide on records now. What their positions never let them do is not shown; what they could do in
 * another state, or after something else, is shown with its reason. The screen repeats no rule.
 */
export const availableOn = async (
  records: readonly Stored[],
  { prisma, now, company }: Pick<Context, 'prisma' | 'now' | 'company'>,
  deciding: Deciding,
): Promise<ReadonlyMap<string, readonly Available[]>> => {
  const { rules, hats } = company
  const query: Query = (text, values) => prisma.$queryRawUnsafe<unknown[]>(text, ...values)
  const open = await available(query, deciding, records, { now, rules })
  return new Map(
    records.map((stored) => {
      const { record, noun } = stored
      // B-10: whom the administrator must find follows from who works here
      const orphans = noun === 'approval' ? reassignments(record as unknown as Approval, hats) : []
      const mine = tasksFor(record, [...nounOf(noun).tasks(record, rules), ...orphans], deciding, now)
      const shown = (open.get(record.id) ?? []).flatMap(({ does, because }): readonly Available[] => {
        const declared = declaredByName.get(does)
        if (!declared || because?.refused === 'NotAllowed' || because?.refused === 'NotYourTask') return []
        const task = 'task' in declared.by ? declared.by.task : does
        const held = mine.filter((one) => one.does === task)
        // of a verb that only the holder of a task may do, another state of the record is nothing they could wait for
        if ('task' in declared.by && held.length === 0) return []
        const base = { name: does, mutation: mutationOf(does), ...(because ? { refusal: because } : {}) }
        if (held.length === 0) return [{ ...base, owed: false }]
        return held.map(({ does: owed, part }) => ({ ...base, owed: owed === does, ...(part === undefined ? {} : { part }) }))
      })
      return [record.id, shown] as const
    }),
  )
}
