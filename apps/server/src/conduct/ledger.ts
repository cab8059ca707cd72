import { heldScope, Statement } from '../fields/readable.ts'
import { UnusableArgument } from '../fields/usable.ts'
import type { Reader, Reading } from '../schema/context.ts'

export type LedgerLine = {
  readonly id: string
  readonly kind: string
  readonly at: Date
  /** What it adds to what is owed, less than nothing where it takes away; a charge-back is deducted at once and owed by nobody. */
  readonly amount: bigint
  /** What is open on all of its fines after this entry. */
  readonly balance: bigint
  readonly project: string
  readonly fine: string | null
  readonly repair: string | null
  readonly number: string
}
export type LedgerAsked = {
  readonly kinds?: readonly string[] | null | undefined
  readonly projects?: readonly string[] | null | undefined
  readonly from?: Date | null | undefined
  readonly until?: Date | null | undefined
}

// an entry is read by whoever reads the record it is of
const entries = (reader: Reader, statement: Statement, contractor: string) =>
  `select t.* from ledger_entry t where t.contractor_id = ${contractor}
     and case when t.fine_id is null then ${heldScope('emergencyRepair', reader, statement)} else ${heldScope('fine', reader, statement)} end`

/** Newest first, each with what was open after it, by keyset; one statement over one party's entries. F-14 */
export const ledgerOf = async (
  prisma: Reading,
  reader: Reader,
  contractor: string,
  asked: LedgerAsked,
  { first, after }: { readonly first: number; readonly after: string | null | undefined },
): Promise<{ readonly lines: readonly LedgerLine[]; readonly more: boolean }> => {
  const statement = new Statement()
  const of = `${statement.bind(contractor)}::uuid`
  const all = entries(reader, statement, of)
  const conditions = [
    asked.kinds?.length ? `e.kind = any(${statement.bind(asked.kinds)}::text[])` : '',
    asked.projects?.length ? `e.project_id = any(${statement.bind(asked.projects)}::uuid[])` : '',
    asked.from ? `e.at >= ${statement.bind(asked.from.toISOString())}::timestamptz` : '',
    asked.until ? `e.at <= ${statement.bind(asked.until.toISOString())}::timestamptz` : '',
  ]
  if (after) {
    const [at = '', id = ''] = Buffer.from(after, 'base64url').toString('utf8').split(' ')
    if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) throw new UnusableArgument('after', 'cursor')
    conditions.push(`(e.at, e.id) < (${statement.bind(at)}::timestamptz, ${statement.bind(id)}::uuid)`)
  }
  const rows = await prisma.$queryRawUnsafe<LedgerLine[]>(
    `with e as (select t.*, coalesce(sum(t.amount_fen) filter (where t.fine_id is not null) over (order by t.at, t.id), 0)::bigint as balance from (${all}) t)
     select e.id::text, e.kind, e.at, e.amount_fen as amount, e.balance, e.project_id::text as project, e.fine_id::text as fine, e.repair_id::text as repair,
            coalesce(f.number, r.number) as number
     from e left join fine f on f.id = e.fine_id left join emergency_repair r on r.id = e.repair_id
     where ${conditions.filter((one) => one !== '').join(' and ') || 'true'} order by e.at desc, e.id desc limit ${first + 1}`,
    ...statement.values,
  )
  return { lines: rows.slice(0, first), more: rows.length > first }
}
export const cursorOf = ({ at, id }: LedgerLine) => Buffer.from(`${at.toISOString()} ${id}`).toString('base64url')

export type LedgerSums = {
  readonly open: bigint
  readonly chargedBack: bigint
  readonly fined: bigint
  readonly settled: bigint
  readonly letOff: bigint
}
/** What the entries come to. F-14 */
export const ledgerSums = async (prisma: Reading, reader: Reader, contractor: string): Promise<LedgerSums> => {
  const statement = new Statement()
  const of = `${statement.bind(contractor)}::uuid`
  const sum = (kinds: string) => `coalesce(sum(amount_fen) filter (where ${kinds}), 0)::bigint`
  const [row] = await prisma.$queryRawUnsafe<LedgerSums[]>(
    `select ${sum('fine_id is not null')} as open, ${sum(`kind = 'chargeBack'`)} as "chargedBack", ${sum(`kind = 'issued'`)} as fined,
            -${sum(`kind = 'settlement'`)} as settled, -${sum(`kind in ('waiver', 'reduction', 'cancellation')`)} as "letOff"
     from (${entries(reader, statement, of)}) e`,
    ...statement.values,
  )
  return row ?? { open: 0n, chargedBack: 0n, fined: 0n, settled: 0n, letOff: 0n }
}
