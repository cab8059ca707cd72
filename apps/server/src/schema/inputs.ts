import type { Input, Shape } from '@lintel/domain'
import { isRefusal, refuse, type Refusal } from '@lintel/domain'
import { builder } from './builder.ts'
import { enumOf } from './enums.ts'
import { idOf } from './global-id.ts'

type InputRef = ReturnType<typeof builder.inputRef<Record<string, unknown>>>
const groups = new Map<string, InputRef>()

const groupType = (name: string, shape: Shape): InputRef => {
  const known = groups.get(name)
  if (known) return known
  const type = builder.inputRef<Record<string, unknown>>(name)
  groups.set(name, type)
  type.implement({ fields: (t) => Object.fromEntries(Object.entries(shape).map(([field, input]) => [field, fieldFor(t, input)])) })
  return type
}

type Fields = Parameters<Parameters<InputRef['implement']>[0]['fields']>[0]
const plain = (input: Input) => {
  switch (input.kind) {
    case 'text':
    case 'drawing':
      return 'String' as const
    case 'money':
    case 'quantity':
      return 'Decimal' as const
    case 'moment':
      return 'DateTime' as const
    case 'date':
      return 'Date' as const
    case 'count':
      return 'Int' as const
    case 'flag':
      return 'Boolean' as const
    case 'ref':
    case 'file':
      return 'ID' as const
    case 'choice':
      return enumOf(input.of)
    case 'group':
      return groupType(`${input.name}Input`, input.shape)
    case 'list':
      throw new Error('a list of lists is never asked for')
  }
}
const fieldFor = (t: Fields, input: Input) => {
  const required = !input.optional
  return input.kind === 'list'
    ? t.field({ type: [plain(input.of)], required: { list: required, items: true } })
    : t.field({ type: plain(input), required })
}

/** The GraphQL input of a decision, from what it declares it must be told. */
export const inputType = (name: string, shape: Shape): InputRef => groupType(name, shape)

/** Ids of the API become ids of records; one of another type is as good as none. */
export const plainIds = (shape: Shape, given: Readonly<Record<string, unknown>>, path = ''): Record<string, unknown> | Refusal => {
  const read: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(given)) {
    const input = shape[name]
    const one = input ? plainOne(input, value, path + name) : value
    if (typeof one === 'object' && one !== null && isRefusal(one)) return one
    read[name] = one
  }
  return read
}
const plainOne = (input: Input, value: unknown, field: string): unknown => {
  if (value === null || value === undefined) return value
  if (input.kind === 'ref') return idOf(input.noun, String(value)) ?? refuse('BadInput', { field, problem: 'notFound' })
  if (input.kind === 'group') return plainIds(input.shape, value as Record<string, unknown>, `${field}.`)
  if (input.kind !== 'list' || !Array.isArray(value)) return value
  const all = value.map((one: unknown, n) => plainOne(input.of, one, `${field}.${n}`))
  return all.find((one) => typeof one === 'object' && one !== null && isRefusal(one)) ?? all
}
