import { describe, expect, test } from 'vitest'
import { declaredByName } from '../schema/names.ts'
import { registries } from './nouns.ts'

const declared = registries.flatMap(({ noun, fields }) => Object.entries(fields).map(([key, field]) => [`${noun}.${key}`, field] as const))

describe('a field is declared once', () => {
  test.each(declared.flatMap(([name, field]) => (field.edit ? [[name, field.edit] as const] : [])))(
    'X-9 %s is edited by a decision that has this input',
    (_, { decision, input }) => expect(Object.keys(declaredByName.get(decision)?.input ?? {})).toContain(input),
  )
  test.each(registries.map((registry) => [registry.noun, registry] as const))(
    '%s is ordered by a field that is never empty',
    (_, { fields, order }) => expect(fields[order.by]).toMatchObject({ sort: true, filled: true }),
  )
})
