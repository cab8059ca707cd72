import { requestKindNames, shippedDepartments, shippedPositions, type DecisionName, type Moment, type RequestKind } from '@lintel/domain'
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

/** The key its chain is opened under, so that two processes that start open one. */
export const chainKey = (kind: RequestKind) => `chain ${kind}`
/** The same of a department. */
export const departmentKey = (key: string) => `department ${key}`

/** Settings with the calendars published so far, and the positions, departments and chains that ship: done once, before anybody can work. */
export const setUp = async (bulk: Bulk, at: Moment) => {
  if ([...bulk.all('settings')].length > 0) return
  await must(bulk, 'settings.open', { years: shippedCalendars() }, 'settings', at)
  for (const position of shippedPositions) await must(bulk, 'position.add', position, `position ${position.key}`, at)
  for (const department of shippedDepartments) await must(bulk, 'department.add', department, departmentKey(department.key), at)
  for (const kind of requestKindNames) await must(bulk, 'chain.open', { kind }, chainKey(kind), at)
}
