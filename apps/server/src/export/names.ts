import type { NounName } from '@lintel/domain'
import { readable, Statement } from '../fields/readable.ts'
import { maskedName } from '../schema/mask.ts'
import { seesPersonal } from '../schema/reading.ts'
import type { Language } from '../words/say.ts'
import type { Column, For } from './shown.ts'

/** Any way to ask the database. */
export type Ask = <Row>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>

const bilingual = (alias: string, language: Language) => `${alias}.name_${language}`
/** What a record is called where another refers to it: an expression over its table as `t`, with what is joined to it. */
const called: Readonly<Partial<Record<NounName, (language: Language) => { readonly name: string; readonly join?: string }>>> = {
  project: () => ({ name: 't.name' }),
  building: () => ({ name: 't.name' }),
  unit: () => ({ name: `concat_ws(' ', b.name, t.number)`, join: 'join building b on b.id = t.building_id' }),
  category: (language) => ({
    name: `concat_ws(' / ', ${bilingual('p', language)}, ${bilingual('t', language)})`,
    join: 'left join category p on p.id = t.parent_id',
  }),
  department: (language) => ({ name: bilingual('t', language) }),
  person: () => ({ name: 't.name' }),
  contractor: () => ({ name: 't.name' }),
  customer: () => ({ name: 't.name' }),
  complaint: () => ({ name: `concat_ws(' ', t.number, t.title)` }),
  notice: () => ({ name: 't.number' }),
}

type Named = { readonly id: string; readonly name: string; readonly places: readonly string[] | null }

/** What the records that these rows refer to are called; one that the reader may not read has no name. SEC-3, X-7 */
export const namesOf = async (
  ask: Ask,
  columns: readonly Column[],
  rows: readonly Readonly<Record<string, unknown>>[],
  { reader, now, language }: For,
): Promise<ReadonlyMap<string, string>> => {
  const wanted = new Map<NounName, Set<string>>()
  columns.forEach(({ field: { kind, of } }, n) => {
    if (kind !== 'ref' && kind !== 'refs') return
    const ids = wanted.get(of as NounName) ?? new Set<string>()
    for (const row of rows) for (const id of [row[`c${n}`] ?? []].flat()) if (!String(id).startsWith('=')) ids.add(String(id))
    wanted.set(of as NounName, ids)
  })
  const names = new Map<string, string>()
  for (const [noun, ids] of wanted) {
    if (ids.size === 0) continue
    const { name, join = '' } = called[noun]?.(language) ?? { name: 't.number' }
    const statement = new Statement()
    const places = noun === 'customer' ? 't.project_ids::text[]' : 'null'
    const found = await ask<Named>(
      `select t.id::text as id, ${name} as name, ${places} as places from "${noun}" t ${join} where t.id = any(${statement.bind([...ids])}::uuid[]) and ${readable(noun, reader, now, statement)}`,
      statement.values,
    )
    for (const one of found)
      names.set(
        one.id,
        noun === 'customer' && !seesPersonal({ projectIds: one.places ?? [] }, { reader }) ? maskedName(one.name) : one.name,
      )
  }
  return names
}
