import { expect, test } from 'vitest'
import { nouns } from './nouns.ts'

type Declared = { readonly many?: { readonly undo?: unknown }; readonly stakes?: unknown; readonly by: unknown; readonly opens?: true }
const all = Object.entries(nouns).flatMap(([noun, { decisions }]) =>
  Object.entries(decisions as Readonly<Record<string, Declared>>).map(([verb, decision]) => ({ name: `${noun}.${verb}`, decision })),
)
const forMany = all.filter(({ decision }) => decision.many)

test('X-10 these make sense for many at once, and these of them can be taken back', () => {
  expect(forMany.map(({ name, decision }) => `${name}${decision.many?.undo ? ' ↺' : ''}`).toSorted((a, b) => a.localeCompare(b))).toEqual([
    'complaint.accept',
    'complaint.assign ↺',
    'complaint.resume',
    'complaint.suspend ↺',
    'departmentRequest.handOver ↺',
    'notice.handOver ↺',
    'problem.dismiss',
    'survey.handOver ↺',
  ])
})

test('SEC-11 nothing that may ask for the password again is done on many at once, and nothing that only a task allows', () => {
  for (const { name, decision } of forMany) {
    expect(decision.stakes, name).toBeUndefined()
    expect(decision.opens, name).toBeUndefined()
    expect(decision.by, name).toHaveProperty('permission')
  }
})
