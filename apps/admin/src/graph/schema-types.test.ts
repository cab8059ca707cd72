import { buildSchema, isInterfaceType, isObjectType } from 'graphql'
import { expect, it } from 'vitest'
import printed from '../../../server/schema.graphql?raw'
import { keyless, possibleTypes } from './schema-types.ts'

const schema = buildSchema(printed)
const roots = new Set([schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].map((type) => type?.name))
const types = Object.values(schema.getTypeMap())

it('the cache knows which types have no id of their own', () => {
  const without = types
    .filter((type) => isObjectType(type) && !type.name.startsWith('__') && !roots.has(type.name) && !type.getFields()['id'])
    .map((type) => type.name)
  expect(keyless.toSorted()).toEqual(without.toSorted())
})

it('the cache knows which types an interface stands for', () => {
  const found = Object.fromEntries(
    types.filter(isInterfaceType).map((type) => [
      type.name,
      schema
        .getPossibleTypes(type)
        .map((each) => each.name)
        .toSorted(),
    ]),
  )
  expect(Object.fromEntries(Object.entries(possibleTypes).map(([name, names]) => [name, names.toSorted()]))).toEqual(found)
})
