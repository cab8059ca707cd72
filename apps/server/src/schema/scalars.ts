import { writeMoney } from '@lintel/domain'
import { GraphQLError } from 'graphql'
import { builder } from './builder.ts'

const refuse = (what: string): never => {
  throw new GraphQLError(`not ${what}`, { extensions: { code: 'BAD_USER_INPUT' } })
}

/** ISO 8601 in UTC. */
builder.scalarType('DateTime', {
  serialize: (at) => at.toISOString(),
  parseValue: (value) => {
    const at = typeof value === 'string' && value.length <= 40 && /^\d{4}-\d{2}-\d{2}T/.test(value) ? new Date(value) : undefined
    return at && !Number.isNaN(at.getTime()) ? at : refuse('a moment such as 2026-11-24T06:00:00Z')
  },
})
/** A day in Asia/Shanghai, `2026-11-24`. */
builder.scalarType('Date', {
  serialize: (day) => day,
  parseValue: (value) => (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : refuse('a day such as 2026-11-24')),
})
/** An exact decimal number as text; never a float. F-3 */
builder.scalarType('Decimal', {
  serialize: (amount) => amount,
  parseValue: (value) => (typeof value === 'string' && value.length <= 40 ? value : refuse('a decimal number as text')),
})
builder.scalarType('JSON', { serialize: (value) => value })

const currency = builder.enumType('Currency', { values: ['CNY'] as const })
/** An amount never goes without its currency. */
export const money = builder.objectType('Money', {
  fields: (t) => ({
    amount: t.field({ type: 'Decimal', resolve: (amount) => writeMoney(amount) }),
    currency: t.field({ type: currency, resolve: () => 'CNY' as const }),
  }),
})
