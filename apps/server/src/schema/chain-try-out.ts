import {
  chainProblem,
  isRefusal,
  kindOf,
  readInput,
  stepsFor,
  stepsInput,
  wears,
  type Case,
  type Chain,
  type ChainStep,
  type Holder,
  type Id,
  type PersonId,
  type ProjectId,
  type Refusal,
  type RequestKind,
} from '@lintel/domain'
import { GraphQLError } from 'graphql'
import { holder } from './approval.ts'
import { builder } from './builder.ts'
import type { Context } from './context.ts'
import { enumOf } from './enums.ts'
import { idOf } from './global-id.ts'
import { inputType, plainIds } from './inputs.ts'
import { person } from './person.ts'
import { said } from './refusals.ts'
import { revived } from '../records/document.ts'

type Tried = { readonly mode: string; readonly seats: readonly { readonly holder: Holder; readonly people: readonly PersonId[] }[] }
type TryOut = { readonly steps: readonly Tried[]; readonly problem: Refusal | undefined }
const shown = 12

const triedSeat = builder.objectRef<Tried['seats'][number]>('TriedSeat').implement({
  fields: (t) => ({
    holder: t.field({ type: holder, resolve: (one) => one.holder }),
    /** Those who could sign there, the first of them; nobody: the administrator would owe a reassignment. B-10 */
    people: t.field({
      type: [person],
      resolve: async ({ people }, _, { loaders }) =>
        (await Promise.all(people.slice(0, shown).map((id) => loaders.people.load(id)))).filter((one) => one !== undefined),
    }),
    count: t.int({ resolve: ({ people }) => people.length }),
  }),
})
const triedStep = builder.objectRef<Tried>('TriedStep').implement({
  fields: (t) => ({
    mode: t.field({ type: enumOf('ApprovalMode'), resolve: ({ mode }) => mode }),
    seats: t.field({ type: [triedSeat], resolve: ({ seats }) => seats }),
  }),
})
const tryOut = builder.objectRef<TryOut>('ChainTryOut').implement({
  description: 'Who would sign such a request, by a chain as it is or as somebody is editing it.',
  fields: (t) => ({
    steps: t.field({ type: [triedStep], resolve: ({ steps }) => steps }),
    /** Why the chain could not be put in force. */
    problem: t.string({
      nullable: true,
      resolve: async ({ problem }, _, context) => (problem ? (await said(problem, context)).message : null),
    }),
  }),
})

const stepShape = stepsInput.kind === 'list' && stepsInput.of.kind === 'group' ? stepsInput.of.shape : {}

/** The chain in force, or the one that is being edited. */
const stepsOf = async (kind: RequestKind, edited: unknown, { prisma, now }: Context): Promise<readonly ChainStep[] | Refusal> => {
  if (edited) {
    const plain = plainIds({ steps: stepsInput }, { steps: edited })
    const read = isRefusal(plain) ? plain : readInput({ steps: stepsInput }, plain, now)
    return isRefusal(read) ? (read as Refusal) : (read['steps'] as readonly ChainStep[])
  }
  const row = await prisma.chain.findUnique({ where: { kind }, select: { document: true } })
  return row ? ((revived(row.document) as Chain).versions.at(-1)?.steps ?? []) : []
}

builder.queryField('chainTryOut', (t) =>
  t.field({
    type: tryOut,
    args: {
      kind: t.arg({ type: enumOf('RequestKind'), required: true }),
      /** As they are being edited; without them the chain in force is tried. */
      steps: t.arg({ type: [inputType('ChainStepInput', stepShape)] }),
      amount: t.arg({ type: 'Decimal' }),
      grounds: t.arg.intList(),
      severity: t.arg.string(),
      category: t.arg.id(),
      drafter: t.arg.id(),
      project: t.arg.id(),
    },
    resolve: async (_, args, context): Promise<TryOut> => {
      const { company, rules, prisma } = context
      const kind = args.kind as RequestKind
      const steps = await stepsOf(kind, args.steps, context)
      if (isRefusal(steps)) return { steps: [], problem: steps }
      const id = <N extends Parameters<typeof idOf>[0]>(noun: N, given: unknown) =>
        given == null ? undefined : (idOf(noun, String(given)) as Id<N> | undefined)
      const categoryId = id('category', args.category)
      const found = categoryId ? await prisma.category.findUnique({ where: { id: categoryId }, select: { document: true } }) : null
      const above = found ? (revived(found.document) as { readonly above: readonly Id<'category'>[] }).above : []
      const drafterId = (id('person', args.drafter) ?? context.reader?.actor.person) as PersonId
      const drafter = company.person(drafterId)
      const project = id('project', args.project) as ProjectId | undefined
      const amount = args.amount == null ? undefined : readAmount(args.amount)
      const of: Case = {
        ...(project ? { project } : {}),
        ...(amount === undefined ? {} : { amount }),
        ...(args.grounds ? { grounds: args.grounds } : {}),
        ...(args.severity ? { severity: args.severity } : {}),
        categories: categoryId ? [...above, categoryId] : [],
        drafterPositions: drafter?.positions ?? [],
      }
      const around = {
        person: drafterId,
        positions: drafter?.positions ?? [],
        ...(drafter?.superior ? { superior: drafter.superior } : {}),
        ...(drafter?.department ? { department: drafter.department } : {}),
      }
      // a seat nobody has chosen yet asks nobody
      const finished = steps
        .map((step) => ({ ...step, seats: step.seats.filter((seat) => Object.keys(seat).length > 0) }))
        .filter(({ seats }) => seats.length > 0)
      const asked = stepsFor(finished, of, around, company.heads, rules)
      return {
        problem: chainProblem(steps, kindOf(kind), company.known, rules),
        steps: asked.map(({ mode, seats }) => ({
          mode,
          seats: seats.map((held) => ({
            holder: held,
            people: company.hats.filter((hat) => wears(hat, held) && hat.person !== drafterId).map((hat) => hat.person),
          })),
        })),
      }
    },
  }),
)
const readAmount = (written: string) => {
  const read = readInput({ amount: { kind: 'money' } }, { amount: written }, 0 as never)
  if (isRefusal(read)) throw new GraphQLError('not an amount', { extensions: { code: 'BAD_USER_INPUT' } })
  return read['amount'] as NonNullable<Case['amount']>
}
