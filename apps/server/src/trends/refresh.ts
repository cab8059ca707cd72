import type { Notice, NounName, Unit } from '@lintel/domain'
import type pg from 'pg'
import type { Changed } from '../records/unit-of-work.ts'

const isOf = (noun: NounName) => (change: Changed) => change.stored.noun === noun
const idsOf = (changed: readonly Changed[]) => changed.map(({ stored }) => stored.record.id)

/** Of homes, those that came, and those by which cases are counted otherwise now. */
const countedOtherwise = ({ stored, before }: Changed) => {
  if (!before) return true
  // the table of homes holds homes
  const [was, is] = [before as unknown as Unit, stored.record as unknown as Unit]
  return was.houseType !== is.houseType || was.handedOverOn !== is.handedOverOn
}

/**
 * What is counted is counted anew in the transaction that changed it, so that figures are exact at the moment they are asked
 * for. What follows from what is said in SQL: see `trend_refresh`. Y-1
 */
export const countAnew = async (client: Pick<pg.ClientBase, 'query'>, changed: readonly Changed[]) => {
  const notices = changed.filter(isOf('notice'))
  // a case that is in a notice no longer is another contractor's
  const left = notices.flatMap(({ before }) => (before as unknown as Notice | undefined)?.complaints ?? [])
  const complaints = [...idsOf(changed.filter(isOf('complaint'))), ...left]
  const units = changed.filter(isOf('unit')).filter(countedOtherwise)
  // where much is written at once, a place may come after what lies in it
  const categories = changed.filter(isOf('category')).filter(({ before }) => !before)
  const of = (noun: NounName) => idsOf(changed.filter(isOf(noun)))
  const ids = [complaints, idsOf(notices), of('fine'), of('emergencyRepair'), of('visit'), idsOf(units), idsOf(categories)]
  if (ids.every(({ length }) => length === 0)) return
  await client.query({
    name: 'count anew',
    text: 'select trend_refresh($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[])',
    values: ids,
  })
}
