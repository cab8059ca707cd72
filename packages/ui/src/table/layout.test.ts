import { expect, it } from 'vitest'
import type { ShownColumn } from '../view.ts'
import { hidden, movedBy, movedTo, pinned, resized, shown } from './layout.ts'

const columns: readonly ShownColumn[] = [{ key: 'a', pin: 'left' }, { key: 'b' }, { key: 'c', width: 90 }, { key: 'd', pin: 'right' }]
const keys = (of: readonly ShownColumn[]) => of.map(({ key }) => key).join('')

it('X-2 a column moves to where another one stands, and is frozen as that one is', () => {
  expect(keys(movedTo(columns, 'c', 'b'))).toBe('acbd')
  expect(movedTo(columns, 'c', 'a')[0]).toEqual({ key: 'c', width: 90, pin: 'left' })
  expect(movedBy(columns, 'd', -1)).toEqual([{ key: 'a', pin: 'left' }, { key: 'b' }, { key: 'd' }, { key: 'c', width: 90 }])
  expect(movedBy(columns, 'a', -1)).toBe(columns)
})

it('X-9 any number of columns is frozen on both sides', () => {
  const frozen = pinned(pinned(columns, 'b', 'left'), 'c', 'right')
  expect(frozen.map(({ pin }) => pin)).toEqual(['left', 'left', 'right', 'right'])
  expect(pinned(frozen, 'a', undefined)[0]).toEqual({ key: 'a' })
})

it('X-2 a column is widened, takes its usual width again, is left out and comes back', () => {
  expect(resized(columns, 'b', 120.4)[1]).toEqual({ key: 'b', width: 120 })
  expect(resized(columns, 'c', undefined)[2]).toEqual({ key: 'c' })
  expect(keys(hidden(columns, 'b'))).toBe('acd')
  expect(keys(shown(hidden(columns, 'b'), 'b'))).toBe('acdb')
  expect(hidden([{ key: 'a' }], 'a')).toEqual([{ key: 'a' }])
})
