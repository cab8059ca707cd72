import { responseOf, type Figure, type Response } from '../departments/response.ts'
import { builder } from './builder.ts'
import { department } from './person.ts'

const figure = builder.objectRef<Figure>('ResponseFigure').implement({
  fields: (t) => ({
    count: t.exposeInt('count'),
    /** The filter of the list of exactly these records. Y-5 */
    filter: t.field({ type: 'JSON', resolve: ({ filter }) => filter }),
  }),
})
const response = builder.objectRef<Response>('DepartmentResponse').implement({
  description: 'What a department was asked in a period, and what became of it. M-6',
  fields: (t) => ({
    department: t.field({
      type: department,
      nullable: true,
      resolve: ({ department: id }, _, { loaders }) => loaders.departments.load(id).then((one) => one ?? null),
    }),
    asked: t.field({ type: figure, resolve: ({ asked }) => asked }),
    answered: t.field({ type: figure, resolve: ({ answered }) => answered }),
    late: t.field({ type: figure, resolve: ({ late }) => late }),
    waiting: t.field({ type: figure, resolve: ({ waiting }) => waiting }),
    /** Seconds on the wall clock from a question to its last answer, half of them took less. */
    answerMedian: t.float({ nullable: true, resolve: ({ answerMedian }) => answerMedian }),
  }),
})

builder.queryField('departmentResponses', (t) =>
  t.field({
    type: [response],
    description: 'How departments answer what they were asked in a period; days in Asia/Shanghai, both included. M-6',
    args: { from: t.arg({ type: 'Date', required: true }), until: t.arg({ type: 'Date', required: true }) },
    resolve: async (_, { from, until }, { prisma, reader, now }) => {
      if (!reader) return []
      const day = (written: unknown, plus: number) => new Date(Date.parse(`${String(written)}T00:00:00+08:00`) + plus * 86_400_000)
      return [...(await responseOf(prisma, reader, now, { from: day(from, 0), until: day(until, 1) }))]
    },
  }),
)
