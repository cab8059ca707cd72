import { expect, it } from 'vitest'
import { readEntries } from './evidence-entries.ts'

const file = { id: 'f1', kind: 'photo', name: '顶板.jpg', size: 10 } as const

it('sends files by their ids, and one without a title by its name', () => {
  expect(
    readEntries([
      { key: 'a', title: ' 滴水 ', file },
      { key: 'b', title: '', file },
      { key: 'c', title: '来信', paper: { kind: 'document', reference: '档案柜' } },
    ]),
  ).toEqual({
    value: [
      { kind: 'photo', title: '滴水', file: 'f1' },
      { kind: 'photo', title: '顶板.jpg', file: 'f1' },
      { kind: 'document', title: '来信', reference: '档案柜' },
    ],
  })
})
it('does not send while a file is on its way, was refused, or a paper has no title', () => {
  expect(readEntries([{ key: 'a', title: '', coming: 'a.jpg' }])).toEqual({ problem: 'evidenceComing', at: 0 })
  expect(readEntries([{ key: 'a', title: '', coming: 'a.jpg', refused: '太大' }])).toEqual({ problem: 'evidenceRefused', at: 0 })
  expect(
    readEntries([
      { key: 'a', title: '', file },
      { key: 'b', title: ' ', paper: { reference: '' } },
    ]),
  ).toEqual({ problem: 'required', at: 1 })
})
it('reads an empty list, and what is none, as nothing', () => {
  expect(readEntries([])).toBeUndefined()
  expect(readEntries('x')).toBeUndefined()
})
