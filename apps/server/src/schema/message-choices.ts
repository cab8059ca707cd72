import { refuse } from '@lintel/domain'
import { choicesOf, kinds, robotFormats, unchosen, ways, type Choice, type Kind, type Way } from '../messages/choices.ts'
import { isRobotAddress } from '../messages/robot.ts'
import { builder } from './builder.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'

export const kindEnum = builder.enumType('MessageKind', { values: kinds })
const wayEnum = builder.enumType('MessageWay', { values: ways })
const robotFormat = builder.enumType('RobotFormat', { values: robotFormats })

type DeliveryRow = { readonly way: Way; readonly state: string; readonly error: string | null; readonly at: Date; readonly count: number }
const delivery = builder.objectRef<DeliveryRow>('Delivery').implement({
  description: 'What went out to the reader together, and how it went.',
  fields: (t) => ({
    way: t.field({ type: wayEnum, resolve: ({ way }) => way }),
    state: t.exposeString('state'),
    error: t.exposeString('error', { nullable: true }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    count: t.exposeInt('count'),
  }),
})

const waysOfKind = builder.objectRef<{ readonly kind: Kind; readonly ways: readonly Way[] }>('WaysOfKind').implement({
  fields: (t) => ({
    kind: t.field({ type: kindEnum, resolve: ({ kind }) => kind }),
    ways: t.field({ type: [wayEnum], resolve: ({ ways: chosen }) => [...chosen] }),
  }),
})
const choices = builder.objectRef<Choice>('MessageChoices').implement({
  description: 'How the reader wants to be told. Times are minutes of the day in Asia/Shanghai.',
  fields: (t) => ({
    ways: t.field({ type: [waysOfKind], resolve: (choice) => kinds.map((kind) => ({ kind, ways: choice.ways[kind] })) }),
    quietFrom: t.int({ nullable: true, resolve: ({ quiet }) => quiet?.from ?? null }),
    quietUntil: t.int({ nullable: true, resolve: ({ quiet }) => quiet?.until ?? null }),
    digestAt: t.int({ nullable: true, resolve: ({ digestAt }) => digestAt ?? null }),
    robotFormat: t.field({ type: robotFormat, nullable: true, resolve: ({ robot }) => robot?.format ?? null }),
    robotAddress: t.string({ nullable: true, resolve: ({ robot }) => robot?.address ?? null }),
    /** Whether this server sends e-mail at all. */
    mailWorks: t.boolean({ resolve: () => Boolean(process.env['LINTEL_SMTP_URL']) }),
    /** Whether a secret is kept; it is never told. */
    robotSigns: t.boolean({ resolve: ({ robot }) => robot?.secret !== undefined }),
    /** The last that went out, the newest first. */
    deliveries: t.field({
      type: [delivery],
      resolve: (_, __, { prisma, reader }) =>
        prisma.$queryRawUnsafe<DeliveryRow[]>(
          `select way, state, max(error) as error, max(at) as at, count(*)::int as count from delivery
           where person_id = $1::uuid group by way, state, coalesce(batch, message_id) order by 4 desc limit 10`,
          reader?.actor.person ?? null,
        ),
    }),
  }),
})
builder.queryField('messageChoices', (t) =>
  t.field({
    type: choices,
    resolve: async (_, __, { prisma, reader }) => {
      const person = reader?.actor.person
      if (!person) return unchosen
      const query = async (text: string, values: unknown[]) => ({ rows: await prisma.$queryRawUnsafe<unknown[]>(text, ...values) })
      // the rows are read by the same statement, by whatever reads it
      return (await choicesOf({ query } as never, [person])).get(person) ?? unchosen
    },
  }),
)

const waysInput = builder.inputType('WaysOfKindInput', {
  fields: (t) => ({ kind: t.field({ type: kindEnum, required: true }), ways: t.field({ type: [wayEnum], required: true }) }),
})
const choicesInput = builder.inputType('MessageChoicesInput', {
  fields: (t) => ({
    ways: t.field({ type: [waysInput], required: true }),
    quietFrom: t.int(),
    quietUntil: t.int(),
    digestAt: t.int(),
    robotFormat: t.field({ type: robotFormat }),
    robotAddress: t.string(),
    robotSecret: t.string(),
  }),
})
const badInput = refusalRefs.get('BadInput')
if (!badInput) throw new Error('BadInput has no type')
const chosen = builder.unionType('MessageChoicesSetResult', {
  types: [choices, badInput],
  resolveType: (value) => (isSaid(value) ? badInput : choices),
})
const ofTheDay = (minute: number | null | undefined) => minute == null || (minute >= 0 && minute < 1440)
builder.mutationField('messageChoicesSet', (t) =>
  t.field({
    type: chosen,
    args: { input: t.arg({ type: choicesInput, required: true }) },
    resolve: async (_, { input }, context) => {
      const no = (field: string, problem: 'outOfRange' | 'missing' | 'notARobot') => said(refuse('BadInput', { field, problem }), context)
      for (const field of ['quietFrom', 'quietUntil', 'digestAt'] as const) if (!ofTheDay(input[field])) return no(field, 'outOfRange')
      if ((input.quietFrom == null) !== (input.quietUntil == null))
        return no(input.quietFrom == null ? 'quietFrom' : 'quietUntil', 'missing')
      const address = input.robotAddress?.trim()
      if (input.robotFormat && !address) return no('robotAddress', 'missing')
      if (address && (!input.robotFormat || !isRobotAddress(address)))
        return no(input.robotFormat ? 'robotAddress' : 'robotFormat', input.robotFormat ? 'notARobot' : 'missing')
      const secret = input.robotSecret?.trim()
      if ((address?.length ?? 0) > 500 || (secret?.length ?? 0) > 200) return no('robotAddress', 'outOfRange')
      const choice: Choice = {
        ways: Object.fromEntries(
          kinds.map((kind) => [kind, [...new Set(input.ways.find((one) => one.kind === kind)?.ways ?? [])]]),
        ) as unknown as Choice['ways'],
        quiet: input.quietFrom == null || input.quietUntil == null ? undefined : { from: input.quietFrom, until: input.quietUntil },
        digestAt: input.digestAt ?? undefined,
        robot: address && input.robotFormat ? { format: input.robotFormat, address, ...(secret ? { secret } : {}) } : undefined,
      }
      await context.mailbox()?.choose(choice)
      return choice
    },
  }),
)
builder.mutationField('messageTry', (t) =>
  t.field({
    type: 'Boolean',
    description: 'Sends the reader a trial by e-mail or robot, at most one in ten seconds.',
    args: { way: t.arg({ type: wayEnum, required: true }) },
    resolve: async (_, { way }, { mailbox }) => {
      await mailbox()?.tryOut(way)
      return true
    },
  }),
)
