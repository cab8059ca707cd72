import { readFileSync } from 'node:fs'
import { buildSchema, graphql, type ExecutionResult } from 'graphql'

const schema = buildSchema(readFileSync(new URL('../../provisional.graphql', import.meta.url), 'utf8'))

const person = { id: 'p1', name: '王敏', position: '客户服务部经理', email: 'manager@lintel.test' }
const root = {
  me: { person, positions: ['manager'], permissions: [], language: 'zh', actingFor: [] },
}

export const answer = async ({ query, variables }: { query: string; variables?: Record<string, unknown> }, _language: 'zh' | 'en'): Promise<ExecutionResult> =>
  graphql({ schema, source: query, rootValue: root, variableValues: variables ?? {} })
