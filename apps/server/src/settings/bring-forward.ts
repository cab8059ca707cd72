import { requestKindNames, shippedDepartments, shippedPositions, type Position } from '@lintel/domain'
import { system } from '../records/company.ts'
import { revived } from '../records/document.ts'
import { idFrom } from '../records/identity.ts'
import type { Command } from '../records/answer.ts'
import type { Services } from '../services.ts'
import { chainKey, departmentKey } from './set-up.ts'

type Company = Pick<Services, 'database' | 'records'>

const decide = async ({ records }: Company, does: Command['does'], input: object, key: string, on?: string) => {
  const answer = await records.commit(system, { does, input, key: idFrom('set up', key), ...(on === undefined ? {} : { on: on as never }) })
  if ('refused' in answer && answer.refused !== 'AlreadyExists')
    throw new Error(`${does} was refused while bringing the company forward: ${answer.refused}`)
}

/** A shipped position nobody has changed goes on being what ships; one the administrator changed is theirs. P-1 */
const positions = async (company: Company) => {
  const { rows } = await company.database.pool.query<{ document: unknown }>(
    `select document from position p where state = 'active' and not exists (select 1 from event e where e.record_id = p.id and e.actor <> $1)`,
    [system],
  )
  for (const row of rows) {
    const { id, key, nameZh, nameEn, department, permissions } = revived(row.document) as Position
    const ships = shippedPositions.find((one) => one.key === key)?.permissions
    const added = ships?.filter((one) => !permissions.includes(one)) ?? []
    if (added.length === 0) continue
    const input = { key, nameZh, nameEn, department, permissions: ships, reason: '程序升级 / the program was upgraded' }
    await decide(company, 'position.change', input, `permissions of ${key}: ${added.join()}`, id)
  }
}

/**
 * What this version of the program asks of a company that an earlier one founded: a chain for every kind of request (B-1),
 * the departments that ship where there are none, and the permissions that came with new decisions.
 */
export const bringForward = async (company: Company) => {
  const { rows } = await company.database.pool.query<{ chains: string[] | null; departments: boolean; founded: boolean }>(
    `select (select array_agg(kind) from chain) as chains, exists (select 1 from department) as departments, exists (select 1 from settings) as founded`,
  )
  const there = rows[0]
  if (!there?.founded) return
  if (!there.departments)
    for (const department of shippedDepartments) await decide(company, 'department.add', department, departmentKey(department.key))
  for (const kind of requestKindNames.filter((name) => !there.chains?.includes(name)))
    await decide(company, 'chain.open', { kind }, chainKey(kind))
  await positions(company)
}
