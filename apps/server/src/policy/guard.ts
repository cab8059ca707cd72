import type { NounName } from '@lintel/domain'
import { getNamedType, GraphQLError, isObjectType, isUnionType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql'
import type { Context } from '../schema/context.ts'
import { nounOfType } from '../schema/record.ts'
import { mayRead, permitted, type Located } from '../schema/reading.ts'
import type { Policy, Rule } from './policy.ts'

const unauthenticated = () => new GraphQLError('Sign in first.', { extensions: { code: 'UNAUTHENTICATED', http: { status: 401 } } })
const forbidden = () => new GraphQLError('Not found.', { extensions: { code: 'FORBIDDEN' } })

const isRow = (value: unknown): value is Located =>
  typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string'

const readable = (noun: NounName, row: Located, context: Context): boolean | Promise<boolean> => {
  const known = context.decided.has(row) || permitted(noun, row, context)
  return (
    known ||
    mayRead(noun, row, context).then((granted) => {
      if (granted) context.decided.add(row)
      return granted
    })
  )
}

/** Records in an answer that the reader may not read look as if they were not there. SEC-3, SEC-4 */
const onlyReadable = async (noun: NounName, value: unknown, context: Context): Promise<unknown> => {
  if (Array.isArray(value)) {
    const rows: readonly unknown[] = value
    const allowed = await Promise.all(rows.map(async (row) => !isRow(row) || (await readable(noun, row, context))))
    return allowed.every(Boolean) ? rows : rows.filter((_, n) => allowed[n])
  }
  return !isRow(value) || (await readable(noun, value, context)) ? value : null
}

type Resolver = GraphQLFieldResolver<unknown, Context>
const guarding = (rule: Rule, inner: Resolver, returns: NounName | undefined): Resolver => {
  const whole: Resolver = returns
    ? async (parent, args, context, info) => onlyReadable(returns, await inner(parent, args, context, info), context)
    : inner
  if (rule === 'anyone') return whole
  if (rule === 'signedIn' || rule === 'part' || rule === 'decision')
    return (parent, args, context, info) => {
      if (!context.reader) throw unauthenticated()
      return whole(parent, args, context, info)
    }
  // the fields of a record ask again, by whichever path one came to it
  return (parent, args, context, info) => {
    if (!context.reader) throw unauthenticated()
    if (!isRow(parent)) return whole(parent, args, context, info)
    const allowed = readable(rule.reads, parent, context)
    if (allowed === true) return whole(parent, args, context, info)
    return Promise.resolve(allowed).then((granted) => {
      if (!granted) throw forbidden()
      return whole(parent, args, context, info)
    })
  }
}

const defaultResolver: Resolver = (parent, _args, _context, { fieldName }) => (parent as Readonly<Record<string, unknown>>)[fieldName]

/** Every coordinate of the schema has its row in the policy, or the server does not start: what is not allowed is refused. SEC-1 */
export const guarded = (schema: GraphQLSchema, policy: Policy, nouns: ReadonlyMap<string, NounName> = nounOfType): GraphQLSchema => {
  const missing: string[] = []
  const stale = new Set(Object.entries(policy).flatMap(([type, fields]) => Object.keys(fields).map((field) => `${type}.${field}`)))
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue
    for (const field of Object.values(type.getFields())) {
      const coordinate = `${type.name}.${field.name}`
      const rule = policy[type.name]?.[field.name]
      stale.delete(coordinate)
      if (rule === undefined) {
        missing.push(coordinate)
        continue
      }
      const named = getNamedType(field.type)
      const returns = isUnionType(named) ? undefined : nouns.get(named.name)
      field.resolve = guarding(rule, (field.resolve as Resolver | undefined) ?? defaultResolver, returns) as never
      if (field.subscribe) {
        const subscribe = field.subscribe as Resolver
        field.subscribe = ((parent: unknown, args: Record<string, unknown>, context: Context, info: never) => {
          if (rule !== 'anyone' && !context.reader) throw unauthenticated()
          return subscribe(parent, args, context, info)
        }) as never
      }
    }
  }
  if (missing.length) throw new Error(`no rule in the policy for ${missing.join(', ')}`)
  if (stale.size) throw new Error(`the policy has rules for what is not in the schema: ${[...stale].join(', ')}`)
  return schema
}
