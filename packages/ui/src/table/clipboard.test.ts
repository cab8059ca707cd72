import { expect, it } from 'vitest'
import { readPasted } from './clipboard.ts'

it('X-5 reads a block as a spreadsheet copies it: quoted cells, breaks, and marks that only said "text"', () => {
  expect(readPasted('a\tb\r\nc\td\r\n')).toEqual([
    ['a', 'b'],
    ['c', 'd'],
  ])
  expect(readPasted('"两\n行"\t"说""好"""')).toEqual([['两\n行', '说"好"']])
  expect(readPasted("'=1+1")).toEqual([['=1+1']])
})
