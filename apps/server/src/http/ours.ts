import type { IncomingMessage } from 'node:http'

/** A page of another site cannot send it without asking first, and is told no. SEC-10 */
export const ourHeader = 'x-graphql-yoga-csrf'

export const originsOf = (baseUrl: string): readonly string[] => [baseUrl, baseUrl.replace('//127.0.0.1', '//localhost')]

/** What a form or a script of another site can send is not for us; why not, or nothing where it comes from our pages. SEC-10 */
export const notOurs = ({ headers }: IncomingMessage, origins: readonly string[]): string | undefined => {
  if (headers[ourHeader] === undefined) return `Send the header ${ourHeader}.`
  return headers.origin !== undefined && !origins.includes(headers.origin) ? 'This origin may not ask.' : undefined
}
