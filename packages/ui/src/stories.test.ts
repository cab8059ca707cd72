import { expect, test } from 'vitest'

const of = (modules: Record<string, unknown>, ending: string) => Object.keys(modules).map((path) => path.slice(0, -ending.length))
/** Shown inside another one's stories, or nothing to see. */
const elsewhere = ['./language', './link', './provider', './uploads', './table/chooser']

test('every component the library gives away has stories', async () => {
  const entrance = Object.values(import.meta.glob<string>('./index.ts', { query: '?raw', import: 'default', eager: true }))[0] ?? ''
  const given = [...entrance.matchAll(/from '(\.\/[\w/-]+)\.tsx'/gu)].map(([, path]) => path ?? '')
  const told = of(import.meta.glob('./**/*.stories.tsx'), '.stories.tsx')
  expect(given.length).toBeGreaterThan(20)
  expect(given.filter((path) => !told.includes(path) && !elsewhere.includes(path))).toEqual([])
})
