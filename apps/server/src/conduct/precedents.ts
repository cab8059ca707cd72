import type { FineSeverity } from '@lintel/domain'
import { heldScope, Statement } from '../fields/readable.ts'
import type { Reader, Reading } from '../schema/context.ts'

export type Precedent = {
  readonly id: string
  readonly number: string
  readonly state: string
  readonly grounds: readonly number[]
  readonly severity: FineSeverity
  readonly amount: string
  readonly open: string
  readonly signedAt: string
  readonly contractor: string
  readonly contractorName: string
  /** What the default cost, for whoever may read it: the audited emergency repair and its charge-back. */
  readonly audited: string | null
  readonly charge: string | null
}
/** Of past fines on the same grounds, by severity: quartiles that are amounts of real fines. */
export type Band = {
  readonly severity: FineSeverity
  readonly count: number
  readonly low: string
  readonly middle: string
  readonly high: string
}
export type Precedents = { readonly fines: readonly Precedent[]; readonly bands: readonly Band[] }
type Of = { readonly id: string; readonly contractorId: string; readonly grounds: readonly number[]; readonly severity: string | null }

const counting = `t.state in ('approved', 'issued', 'appealed', 'cleared')`
const alikeOfEach = 100
const shown = 8

/**
 * Past fines with the same grounds, severity and contractor, the most alike first, and how high they were; of those the reader
 * may read. One statement over the newest hundred of each severity on the same grounds and of the contractor. F-12
 */
export const precedentsOf = async (prisma: Reading, reader: Reader, fine: Of): Promise<Precedents> => {
  const statement = new Statement()
  const id = statement.bind(fine.id)
  const contractor = statement.bind(fine.contractorId)
  const grounds = `${statement.bind([...fine.grounds].toSorted((a, b) => a - b))}::int[]`
  const severity = statement.bind(fine.severity)
  const scope = `${counting} and t.id <> ${id}::uuid and ${heldScope('fine', reader, statement)}`
  const costs = heldScope('emergencyRepair', reader, statement)
  const [row] = await prisma.$queryRawUnsafe<{ fines: Precedent[] | null; bands: Band[] | null }[]>(
    `with past as (
       (select t.id from fine t where t.contractor_id = ${contractor}::uuid and t.grounds && ${grounds} and ${scope}
        order by t.drafted_at desc, t.id limit ${alikeOfEach})
       union
       select alike.id from unnest(array['light', 'medium', 'heavy']) of_severity, lateral (
         select t.id from fine t where t.severity = of_severity and t.grounds = ${grounds} and ${scope}
         order by t.drafted_at desc limit ${alikeOfEach}) alike
     ), found as (
       select t.id, t.number, t.state, t.grounds, t.severity, t.amount_fen, t.open_fen, t.signed_at, t.drafted_at, t.contractor_id, t.project_id, t.repair_id,
              (t.contractor_id = ${contractor}::uuid)::int * 4 + (t.grounds = ${grounds})::int * 2 + coalesce(t.severity = ${severity}::text, false)::int as alike
       from past join fine t using (id)
     )
     select
       (select json_agg(one) from (
          select t.id, t.number, t.state, t.grounds, t.severity, t.amount_fen::text as amount, t.open_fen::text as open, t.signed_at as "signedAt",
                 t.contractor_id as contractor, c.name as "contractorName",
                 case when ${costs} then r.audited_fen::text end as audited, case when ${costs} then r.charge_fen::text end as charge
          from found t join contractor c on c.id = t.contractor_id left join emergency_repair r on r.id = t.repair_id
          order by t.alike desc, t.drafted_at desc, t.id limit ${shown}) one) as fines,
       (select json_agg(band) from (
          select severity, count(*)::int as count,
                 (percentile_disc(0.25) within group (order by amount_fen))::text as low,
                 (percentile_disc(0.5) within group (order by amount_fen))::text as middle,
                 (percentile_disc(0.75) within group (order by amount_fen))::text as high
          from found t where t.grounds = ${grounds} group by severity order by min(amount_fen)) band) as bands`,
    ...statement.values,
  )
  return { fines: row?.fines ?? [], bands: row?.bands ?? [] }
}
