import { beforeEach, expect, test } from 'vitest'
import { aComplaint, aServedNotice, at, people, town, type Town } from '../../../test/build/town.ts'

const { rep, manager } = people
let t: Town
beforeEach(async () => {
  t = await town()
  t.at('2026-11-23 09:00')
})
const photo = (file: string) => ({ kind: 'photo', title: '现场', file }) as never

test('C-1 evidence is added to a case as long as it is worked on, and the case keeps each file with its hash', async () => {
  const complaint = await aComplaint(t)
  const file = t.photo(rep)
  await t.do(rep, 'complaint.addEvidence', complaint, { evidence: [photo(file), { kind: 'document', title: '来信', reference: '档案柜' }] })
  const { evidence, files } = t.get<'complaint'>(complaint)
  expect(evidence).toMatchObject([
    { title: '现场', file: { id: file, kind: 'photo' } },
    { title: '来信', reference: '档案柜' },
  ])
  expect(files?.map(({ id, hash }) => [id, hash.length])).toEqual([[file, 64]])
  expect(await t.tries(rep, 'complaint.addEvidence', complaint, { evidence: [] })).toBe('BadInput')
})
test('X-8 a file that another sent, or that nobody did, is none', async () => {
  const complaint = await aComplaint(t)
  for (const file of [t.photo(manager), '00000000-0000-4000-8000-000000000001', 'x'])
    expect(await t.tries(rep, 'complaint.addEvidence', complaint, { evidence: [photo(file)] })).toBe('BadInput')
})
test('X-8 a file described from outside is none: only what was looked up counts', async () => {
  const complaint = await aComplaint(t)
  const made = { id: t.photo(rep), hash: 'f'.repeat(64), kind: 'photo', size: 1 } as never
  expect(await t.tries(rep, 'complaint.addEvidence', complaint, { evidence: [photo(made)] })).toBe('BadInput')
})
test('N-2 a late entry is proven by words or by a file, and by nothing less', async () => {
  const notice = await aServedNotice(t)
  t.at('2026-11-23 12:00')
  const late = { at: at('2026-11-23 10:00'), lateReason: '工地无信号' }
  const paper = { kind: 'document', title: '门卫登记' } as const
  expect(await t.tries(rep, 'notice.recordArrival', notice, late)).toBe('LateEntryNeedsReason')
  expect(await t.tries(rep, 'notice.recordArrival', notice, { ...late, evidence: [paper] })).toBe('LateEntryNeedsReason')
  await t.do(rep, 'notice.recordArrival', notice, { ...late, evidence: [photo(t.photo(rep))] })
  expect(t.get<'notice'>(notice).onSite).toMatchObject({ late: { reason: '工地无信号' }, evidence: [{ title: '现场' }] })
})
test('P-4 a file stays on the record when the fact it showed is corrected away', async () => {
  const notice = await aServedNotice(t)
  const file = t.photo(rep)
  t.at('2026-11-23 10:00')
  await t.do(rep, 'notice.recordArrival', notice, { at: t.now, evidence: [photo(file)] })
  await t.do(rep, 'notice.correct', notice, { what: 'onSite', reason: '认错人', proof: '门卫登记' })
  const { onSite, files } = t.get<'notice'>(notice)
  expect([onSite, files?.map(({ id }) => id)]).toEqual([undefined, [file]])
})
