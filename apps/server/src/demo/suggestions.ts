import { daysAfter, type Moment, type SuggestionTable } from '@lintel/domain'
import type pg from 'pg'
import { revived } from '../records/document.ts'
import type { Records } from '../records/records.ts'
import { compileTable } from '../suggestion-tables/compile.ts'
import { does, whoIs } from './known.ts'

/** More than these would be for reading, not for showing. */
const shown = 6
const answers = [
  { answer: 'accept', reason: '已列入下一版标准图集', doneBy: '2027-06-30' },
  { answer: 'alreadyDone', reason: '二期起已按此实施' },
  { answer: 'no', reason: '成本测算超限，暂不采纳' },
] as const

/** Last month's table: sent, and answered by both departments, one of which left a line open. Y-3 */
export const suggestProducts = async (pool: pg.Pool, records: Records, now: Moment) => {
  const id = await compileTable(pool, records, now)
  if (!id) return
  const [analyst, planning, product] = await whoIs(pool, ['analyst', 'planning', 'product'])
  if (!analyst || !planning || !product) return
  const { rows } = await pool.query<{ document: unknown }>('select document from suggestion_table where id = $1', [id])
  const { lines } = revived(rows[0]?.document) as SuggestionTable
  for (const { key } of lines.slice(shown))
    await does(records, analyst, 'suggestionTable.removeLine', { line: key, reason: '本月先报重点' }, { on: id, key: `remove ${key}` })
  const kept = lines.slice(0, shown)
  for (const { key: line, subject, wording, proposal } of kept)
    if (proposal === '')
      await does(
        records,
        analyst,
        'suggestionTable.changeLine',
        { line, subject, wording, proposal: '请在下一版标准做法中改进，并明确验收要求' },
        { on: id, key: `propose ${line}` },
      )
  await does(records, analyst, 'suggestionTable.send', { dueAt: daysAfter(now, 10) }, { on: id, key: 'send' })
  for (const [who, of] of [
    [planning, kept],
    [product, kept.slice(1)],
  ] as const)
    for (const [n, { key: line }] of of.entries())
      await does(records, who, 'suggestionTable.answer', { line, ...(answers[n % 3] ?? answers[0]) }, { on: id, key: `${who} ${line}` })
}
