import { buildSchema, execute, parse, validate, type ExecutionResult } from 'graphql'
import { http, HttpResponse } from 'msw/http'
import { setupServer } from 'msw/node'
import printed from '../../../server/schema.graphql?raw'

/** The printed schema answers, so that a screen cannot ask for what the server does not have. */
const schema = buildSchema(printed)

export type Asked = { name: string; variables: Readonly<Record<string, unknown>>; language: string }
type Root = Readonly<Record<string, unknown>>

const me = {
  person: { id: 'Person:1', name: '周敏', email: 'manager@lintel.test', language: 'zh', department: null },
  positions: ['manager'],
  permissions: ['complaint.read', 'notice.read', 'fine.read', 'emergencyRepair.read', 'visit.read'],
  openings: ['complaint_register', 'notice_draft', 'fine_draft', 'emergencyRepair_suggest'],
  actingFor: [],
}
const always: Root = {
  me,
  now: new Date(0).toISOString(),
  taskCounts: [],
  views: [],
  unreadMessages: { value: 0, more: false },
  positions: [{ id: 'Position:1', key: 'manager', nameZh: '客户服务部经理', nameEn: 'Department manager' }],
}

export const page = (nodes: readonly object[], { more = false } = {}) => ({
  edges: nodes.map((node, n) => ({ cursor: String(n), node })),
  pageInfo: { hasNextPage: more, hasPreviousPage: false, startCursor: '0', endCursor: String(nodes.length - 1) },
})

/** An API in memory: root fields as values or functions of their arguments; `asked` keeps what the screens sent. */
export const sampleApi = (root: Root) => {
  const asked: Asked[] = []
  const handlers = [
    http.post('*/graphql', async ({ request }) => {
      const body = (await request.json()) as { query: string; variables?: Record<string, unknown> }
      const document = parse(body.query)
      const operation = document.definitions.find((each) => each.kind === 'OperationDefinition')
      // the stream of changes stays quiet
      if (operation?.operation === 'subscription')
        return new HttpResponse(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } })
      const errors = validate(schema, document)
      if (errors.length > 0) throw new Error(errors.map((each) => each.message).join('\n'))
      asked.push({
        name: operation?.name?.value ?? '',
        variables: body.variables ?? {},
        language: request.headers.get('accept-language') ?? '',
      })
      const result: ExecutionResult = await execute({
        schema,
        document,
        rootValue: { ...always, ...root },
        variableValues: body.variables ?? {},
      })
      return HttpResponse.json(result)
    }),
  ]
  return { asked, handlers }
}

export const server = setupServer()
