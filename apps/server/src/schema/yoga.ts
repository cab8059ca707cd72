import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Services } from '../services.ts'

export type GraphqlHandler = (request: IncomingMessage, response: ServerResponse) => unknown

/** Answers `/graphql`. */
export const makeYoga =
  (_services: Services): GraphqlHandler =>
  (_request, response) =>
    response.writeHead(503).end()
