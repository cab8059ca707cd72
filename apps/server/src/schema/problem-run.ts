import { isRefusal, refuse } from '@lintel/domain'
import { runStates, type Run } from '../problems/run.ts'
import { builder } from './builder.ts'
import { isSaid, refusalRefs, said } from './refusals.ts'

const stateEnum = builder.enumType('ProblemRunState', { values: runStates })
const run = builder.objectRef<Run>('ProblemRun').implement({
  description: 'A look through all complaints for common problems. Y-2',
  fields: (t) => ({
    state: t.field({ type: stateEnum, resolve: ({ state }) => state }),
    at: t.field({ type: 'DateTime', resolve: ({ at }) => at }),
    endedAt: t.field({ type: 'DateTime', nullable: true, resolve: ({ endedAt }) => endedAt }),
    /** The last month that was looked at, 2026-10. */
    month: t.exposeString('month', { nullable: true }),
    /** Elements with a category whose complaints changed, and how many of them are done. */
    cells: t.exposeInt('cells'),
    done: t.exposeInt('done'),
    proposed: t.exposeInt('proposed'),
    joined: t.exposeInt('joined'),
  }),
})
builder.queryField('problemRun', (t) =>
  t.field({
    type: run,
    nullable: true,
    description: 'The last look, for those who work on problems.',
    resolve: async (_, __, { problems }) => (await problems()?.last()) ?? null,
  }),
)
const refusals = (['NotAllowed', 'NotFound'] as const).flatMap((reason) => refusalRefs.get(reason) ?? [])
const result = builder.unionType('ProblemRunResult', {
  types: [run, ...refusals],
  resolveType: (one) => (isSaid(one) ? one.refusal.refused : 'ProblemRun'),
})
builder.mutationField('problemsLook', (t) =>
  t.field({
    type: result,
    description: 'Looks for common problems now, in the background; while one look goes on, it is that one.',
    args: { key: t.arg.string({ required: true, description: 'Made by the client, the same on a retry. B-3' }) },
    resolve: async (_, { key }, context) => {
      const begun = (await context.problems()?.look(key)) ?? refuse('NotAllowed')
      return isRefusal(begun) ? said(begun, context) : begun
    },
  }),
)
