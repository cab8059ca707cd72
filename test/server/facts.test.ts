import { columnOf, type Mapping } from '@lintel/server/records/mapping.ts'
import { mappings } from '@lintel/server/records/mappings.ts'
import { nounNames, nounOf } from '@lintel/server/records/nouns.ts'
import { revived, written } from '@lintel/server/records/document.ts'
import { describe, expect, test } from 'vitest'

/** Any key: whatever is asked of it is there. */
const anyKey: unknown = new Proxy({}, { get: (_, name) => (typeof name === 'string' ? `some ${name}` : undefined) })

describe('what a noun tells other nouns', () => {
  const facts = nounNames.flatMap((noun) =>
    Object.entries(nounOf(noun).facts ?? {}).map(([name, fact]) => ({ name: `${noun}.${name}`, noun, fact })),
  )
  test.each(facts)('$name is found by columns the database has', ({ noun, fact }) => {
    const mapping: Mapping = mappings[noun]
    const looked = [
      ...Object.keys(fact.find(anyKey)),
      ...(fact.newest ? [fact.newest.by] : []),
      ...(fact.tally === undefined ? [] : [fact.tally]),
    ]
    for (const property of looked) expect(columnOf(mapping, property)).toMatch(/^[a-z_]+$/)
  })
})

describe('a record as JSON', () => {
  test('F-3 money stays exact, keys have one order, what is absent is absent', () => {
    const record = { b: 12_345_678_901_234_567n, a: [{ z: 1, y: undefined }, 'x'], n: null }
    expect(written(record)).toBe('{"a":[{"z":1},"x"],"b":{"fen":"12345678901234567"},"n":null}')
    expect(revived(JSON.parse(written(record)))).toEqual({ a: [{ z: 1 }, 'x'], b: 12_345_678_901_234_567n, n: null })
  })
  test('the same value gives the same text, in whatever order it was put together', () => {
    expect(written({ a: 1, b: { d: 2, c: 3 } })).toBe(written({ b: { c: 3, d: 2 }, a: 1 }))
  })
})
