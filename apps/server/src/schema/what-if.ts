import {
  isRefusal,
  nouns,
  readInput,
  refuse,
  rulesOf,
  settingsShape,
  valuesOf,
  type CompanySettings,
  type Refusal,
  type Rules,
  type Settings,
} from '@lintel/domain'
import { revived } from '../records/document.ts'
import { notCounted, replayedCount, replayPage, type Answer, type Asked, type Difference, type ReplayPage } from '../what-if/replay.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { globalId } from './global-id.ts'
import { typeOf } from './names.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'

const answer = builder.objectRef<Answer>('WhatIfAnswer').implement({
  description: 'How often something held of the records looked at, under the settings in force and under those tried.',
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    question: t.exposeString('question'),
    /** Of how many records it could be asked. */
    arose: t.exposeInt('arose'),
    now: t.exposeInt('now'),
    then: t.exposeInt('then'),
    /** What was at stake where it held. */
    amountNow: t.field({ type: 'Money', nullable: true, resolve: ({ amountNow }) => amountNow }),
    amountThen: t.field({ type: 'Money', nullable: true, resolve: ({ amountThen }) => amountThen }),
  }),
})
const difference = builder.objectRef<Difference>('WhatIfDifference').implement({
  description: 'A record of which it comes out otherwise.',
  fields: (t) => ({
    noun: t.field({ type: enumOf('NounName'), resolve: ({ noun }) => noun }),
    question: t.exposeString('question'),
    record: t.id({ resolve: ({ noun, id }) => globalId(typeOf(noun), id) }),
    number: t.exposeString('number'),
    now: t.exposeBoolean('now'),
    then: t.exposeBoolean('then'),
  }),
})
type Page = ReplayPage & { readonly total: number | undefined; readonly without: Asked }
const page = builder.objectRef<Page>('WhatIf').implement({
  description: 'A portion of what has happened, looked at under other settings; whoever asks adds the portions up. Y-8',
  fields: (t) => ({
    looked: t.exposeInt('looked'),
    answers: t.field({ type: [answer], resolve: ({ answers }) => answers }),
    differences: t.field({ type: [difference], resolve: ({ differences }) => differences }),
    /** Where it goes on; nothing once all was looked at. */
    next: t.string({ nullable: true, resolve: ({ next }) => next }),
    /** How many records there are to look at in all; said with the first portion. */
    total: t.int({ nullable: true, resolve: ({ total }) => total }),
    /** What the reader may not read and is not counted. SEC-5 */
    notCounted: t.field({
      type: [enumOf('NounName')],
      resolve: ({ without }, _, { reader }) => (reader ? [...notCounted(reader, without)] : []),
    }),
  }),
})
const refusals = (['BadInput', 'BelowFloor', 'Incomplete'] as const).flatMap((reason) => refusalRefs.get(reason) ?? [])
const result = builder.unionType('WhatIfResult', {
  types: [page, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'WhatIf'),
})
const change = builder.inputType('SettingChange', {
  description: 'A setting by its name, and what it would be: yuan for an amount, otherwise a whole number.',
  fields: (t) => ({ name: t.string({ required: true }), value: t.string({ required: true }) }),
})

type Change = { readonly name: string; readonly value: string }
/** The settings as they would be: what may be set at all is what the decision itself would let be set. F-4 */
const triedOf = (settings: CompanySettings, changes: readonly Change[], { now, rules, reader }: Context): Rules | Refusal => {
  const unknown = changes.find(({ name }) => !(name in settingsShape))
  if (unknown) return refuse('BadInput', { field: unknown.name, problem: 'notAChoice' })
  const shape = Object.fromEntries(changes.map(({ name }) => [name, settingsShape[name as keyof Settings]]))
  const given = changes.map(({ name, value }) => [name, shape[name]?.kind === 'count' ? Number(value) : value] as const)
  const read = readInput(shape, Object.fromEntries(given), now)
  if (isRefusal(read)) return read as Refusal
  const values = { ...valuesOf(settings), ...(read as Partial<Settings>) }
  const actor = reader?.actor
  if (!actor) return refuse('NotAllowed')
  const decided = nouns.settings.decisions.change.decide(
    settings,
    { ...values, reason: '' },
    { actor, now, rules, mine: [], number: '', fresh: (label) => label },
    {},
  )
  return isRefusal(decided) ? decided : { ...rules, ...values }
}

// well under a second, so that whoever waits sees how far it is and can stop
const usual = 500
const portionOf = (first: number | null | undefined) => Math.min(Math.max(first ?? usual, 1), 2 * usual)

builder.queryField('whatIf', (t) =>
  t.field({
    type: result,
    description: 'What has happened in a period, under other settings; nothing is changed. Y-8',
    args: {
      changes: t.arg({ type: [change], required: true }),
      /** Records that began from this day on, and until the other one, both in Asia/Shanghai and both included. */
      from: t.arg({ type: 'Date', required: true }),
      until: t.arg({ type: 'Date', required: true }),
      after: t.arg.string(),
      /** So many records in one portion. */
      first: t.arg.int(),
    },
    resolve: async (_, { changes, from, until, after, first }, context) => {
      const { prisma, reader, now } = context
      const row = await prisma.settings.findFirst({ select: { document: true } })
      if (!row || !reader) return said(refuse('NotFound'), context)
      const settings = revived(row.document) as CompanySettings
      const tried = triedOf(settings, changes, context)
      if (isRefusal(tried)) return said(tried, context)
      const day = (written: string, plus: number) => new Date(Date.parse(`${written}T00:00:00+08:00`) + plus * 86_400_000)
      const asked: Asked = { now, inForce: rulesOf(settings), tried, from: day(String(from), 0), until: day(String(until), 1) }
      const found = await replayPage(prisma, reader, asked, { after: after ?? undefined, portion: portionOf(first) })
      if (!found) return said(refuse('BadInput', { field: 'after', problem: 'notFound' }), context)
      return { ...found, without: asked, total: after == null ? await replayedCount(prisma, reader, asked) : undefined }
    },
  }),
)
