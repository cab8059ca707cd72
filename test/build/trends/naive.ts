import type { Client } from 'pg'

/** Whatever a document holds. */
type Json = Readonly<Record<string, ReturnType<typeof JSON.parse>>>
const money = (value: unknown) => (value === undefined || value === null ? undefined : BigInt((value as { fen: string }).fen))
/** A day in Asia/Shanghai. */
const dayOf = (moment: number) => new Date(moment + 8 * 3_600_000).toISOString().slice(0, 10)

/** What figures are counted by, as one reads it off the records: plain, and by another road than the program's. */
export type Counted = {
  readonly day: string
  readonly by: Readonly<Record<string, string | null>>
  readonly counts: Readonly<Record<string, number | bigint | boolean | undefined>>
}
export type Facts = Readonly<Record<'complaint' | 'fine' | 'emergencyRepair' | 'visit', readonly Counted[]>>

const monthsSince = (handedOver: string | undefined, on: string) => {
  if (!handedOver || on < handedOver) return null
  const [y1 = 0, m1 = 0, d1 = 0] = handedOver.split('-').map(Number)
  const [y2 = 0, m2 = 0, d2 = 0] = on.split('-').map(Number)
  return String(Math.min(120, (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0)))
}
const seconds = (from: number, until: unknown) => (typeof until === 'number' ? Math.floor((until - from) / 1000) : undefined)

/** Every record there is, counted one by one from what its history made of it. */
export const countNaively = async (client: Pick<Client, 'query'>): Promise<Facts> => {
  const documents = async (table: string) =>
    (await client.query<{ document: Json }>(`select document from ${table}`)).rows.map(({ document }) => document)
  const byId = (all: readonly Json[]) => new Map(all.map((one) => [String(one['id']), one]))
  const [complaints, notices, fines, repairs, visits] = await Promise.all(
    ['complaint', 'notice', 'fine', 'emergency_repair', 'visit'].map(documents),
  )
  const units = byId(await documents('unit'))
  const categories = byId(await documents('category'))
  const noticeOf = byId(notices ?? [])
  const caseOf = byId(complaints ?? [])
  const latest = new Map<string, Json>()
  for (const notice of notices ?? [])
    if (notice['state'] !== 'withdrawn')
      for (const id of notice['complaints'] as readonly string[]) {
        const other = latest.get(id)
        const later =
          !other || notice['draftedAt'] > other['draftedAt'] || (notice['draftedAt'] === other['draftedAt'] && notice['id'] > other['id'])
        if (later) latest.set(id, notice)
      }
  const or = (value: unknown) => (value === undefined || value === null ? null : String(value))
  const ofCase = (one: Json | undefined) => {
    const unit = units.get(String(one?.['unit']))
    const category = categories.get(String(one?.['category']))
    return {
      project: or(one?.['project']),
      building: or(one?.['building']),
      contractor: or(one && latest.get(String(one['id']))?.['contractor']),
      trade: or(one?.['trade']),
      category: or(category && (category['above'][0] ?? category['id'])),
      subcategory: or(one?.['category']),
      element: or(one?.['element']),
      channel: or(one?.['channel']),
      severity: or(one?.['severity']),
      kind: or(one?.['kind']),
      representative: or(one?.['representative']),
      houseType: or(unit?.['houseType']),
      age: one ? monthsSince(unit?.['handedOverOn'], dayOf(one['registeredAt'])) : null,
    }
  }
  const firstOf = (notice: unknown) => ofCase(caseOf.get(String(noticeOf.get(String(notice))?.['complaints'][0])))
  const living = ['registered', 'accepted', 'inProgress', 'suspended', 'reopened']
  return {
    complaint: (complaints ?? []).flatMap((one): Counted[] =>
      one['state'] === 'merged'
        ? []
        : [
            {
              day: dayOf(one['registeredAt']),
              by: ofCase(one),
              counts: {
                open: living.includes(one['state']) && !one['history'],
                accept: seconds(one['registeredAt'], one['acceptedAt']),
                resolve: seconds(one['registeredAt'], one['resolvedAt']),
                close: one['state'] === 'closed' ? seconds(one['registeredAt'], one['closedAt']) : undefined,
                onTime: one['onTime'] as unknown as boolean | undefined,
                reopened: one['reopenedTimes'] > 0,
              },
            },
          ],
    ),
    fine: (fines ?? []).flatMap((one): Counted[] =>
      ['issued', 'appealed', 'cleared'].includes(one['state'])
        ? [
            {
              day: dayOf(one['issuedAt']),
              by: {
                ...firstOf(one['notice']),
                project: one['project'],
                contractor: one['contractor'],
                representative: one['representative'],
              },
              counts: { amount: money(one['amount']) },
            },
          ]
        : [],
    ),
    emergencyRepair: (repairs ?? []).flatMap((one): Counted[] =>
      ['suggested', 'rejected', 'cancelled'].includes(one['state'])
        ? []
        : [
            {
              day: dayOf(one['startedAt']),
              by: {
                ...firstOf(one['notice']),
                project: one['project'],
                contractor: one['contractor'],
                representative: one['representative'],
              },
              counts: {
                audited: money(one['audited']?.['amount']),
                hours: (one['log'] as readonly Json[]).reduce((sum, { hours }) => sum + Number(hours ?? 0), 0),
              },
            },
          ],
    ),
    visit: (visits ?? []).flatMap((one): Counted[] =>
      one['state'] === 'done' && one['level']
        ? [
            {
              day: dayOf(one['visitedAt']),
              by: { ...ofCase(caseOf.get(String(one['complaint']))), representative: or(one['representative']) },
              counts: { satisfied: one['level'] !== 'dissatisfied' },
            },
          ]
        : [],
    ),
  }
}

const percentile = (at: number, values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  if (sorted.length === 0) return null
  const place = (sorted.length - 1) * at
  const [low = 0, high = 0] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]]
  return low + (high - low) * (place - Math.floor(place))
}
type Figure = { readonly value: number | null; readonly money: bigint | null; readonly count: number }
const number = (value: number | null, count: number): Figure => ({ value, money: null, count })
const share = (all: readonly Counted[], of: string): Figure => {
  const said = all.filter(({ counts }) => counts[of] !== undefined)
  return number(said.length ? said.filter(({ counts }) => counts[of] === true).length / said.length : null, said.length)
}
const took = (all: readonly Counted[], of: string, at: number): Figure => {
  const values = all.flatMap(({ counts }) => (typeof counts[of] === 'number' ? [counts[of]] : []))
  return number(percentile(at, values), values.length)
}
const sum = (all: readonly Counted[], of: string): Figure => {
  const amounts = all.flatMap(({ counts }) => (typeof counts[of] === 'bigint' ? [counts[of]] : []))
  return { value: null, money: amounts.reduce((a, b) => a + b, 0n), count: amounts.length }
}
type Measured = { readonly of: keyof Facts; figure(all: readonly Counted[]): Figure }
/** Every measure but those per hundred homes, by hand from the rules. */
export const naiveMeasures: Readonly<Record<string, Measured>> = {
  count: { of: 'complaint', figure: (all) => number(all.length, all.length) },
  open: {
    of: 'complaint',
    figure: (all) => number(all.filter(({ counts }) => counts['open']).length, all.filter(({ counts }) => counts['open']).length),
  },
  acceptMedian: { of: 'complaint', figure: (all) => took(all, 'accept', 0.5) },
  acceptP90: { of: 'complaint', figure: (all) => took(all, 'accept', 0.9) },
  resolveMedian: { of: 'complaint', figure: (all) => took(all, 'resolve', 0.5) },
  resolveP90: { of: 'complaint', figure: (all) => took(all, 'resolve', 0.9) },
  closeMedian: { of: 'complaint', figure: (all) => took(all, 'close', 0.5) },
  closeP90: { of: 'complaint', figure: (all) => took(all, 'close', 0.9) },
  onTimeShare: { of: 'complaint', figure: (all) => share(all, 'onTime') },
  reopenedShare: { of: 'complaint', figure: (all) => share(all, 'reopened') },
  satisfaction: { of: 'visit', figure: (all) => share(all, 'satisfied') },
  fines: { of: 'fine', figure: (all) => number(all.length, all.length) },
  fineSum: { of: 'fine', figure: (all) => sum(all, 'amount') },
  emergencyRepairs: { of: 'emergencyRepair', figure: (all) => number(all.length, all.length) },
  emergencyCost: { of: 'emergencyRepair', figure: (all) => sum(all, 'audited') },
  emergencyHours: {
    of: 'emergencyRepair',
    figure: (all) =>
      number(
        all.reduce((hours, { counts }) => hours + Number(counts['hours']), 0),
        all.length,
      ),
  },
}
