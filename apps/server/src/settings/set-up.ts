import { shippedDepartments, shippedPositions, type DecisionName, type Moment } from '@lintel/domain'
import type { Bulk } from '../records/bulk.ts'
import { system } from '../records/company.ts'
import { idFrom } from '../records/identity.ts'
import { shippedCalendars } from './calendars.ts'

/** What must not fail: the system's own first records. */
export const must = async (bulk: Bulk, does: DecisionName, input: unknown, key: string, at: Moment, on?: string): Promise<string> => {
  const answer = await bulk.decide(
    system,
    { does, input, key: idFrom('set up', key), ...(on === undefined ? {} : { on: on as never }) },
    at,
  )
  if ('refused' in answer) throw new Error(`${does} was refused while setting up: ${JSON.stringify(answer)}`)
  return answer.id
}

/** Settings with the calendars published so far, and the positions and departments that ship: done once, before anybody can work. */
export const setUp = async (bulk: Bulk, at: Moment) => {
  if ([...bulk.all('settings')].length > 0) return
  await must(bulk, 'settings.open', { years: shippedCalendars() }, 'settings', at)
  for (const position of shippedPositions) await must(bulk, 'position.add', position, `position ${position.key}`, at)
  for (const department of shippedDepartments) await must(bulk, 'department.add', department, `department ${department.key}`, at)
}
