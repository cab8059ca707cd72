import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { pages } from '../docs/generate.ts'
import { inRepository } from './repository.ts'

test.each(Object.entries(pages))('packages/docs/%s draws what the domain declares', (file, draw) => {
  expect(readFileSync(inRepository('packages/docs', file), 'utf8')).toBe(draw())
})
