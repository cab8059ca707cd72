import { cacheExchange } from '@urql/exchange-graphcache'
import { Client, fetchExchange, mapExchange, type Exchange } from 'urql'
import { currentLanguage } from '../words/words.ts'
import { confirmation } from './confirmation.ts'
import { keyless, possibleTypes } from './schema-types.ts'

// without the whole schema the cache walks every fragment of an answer when it writes, and misses what other members of the union have
const logger = (severity: 'debug' | 'error' | 'warn', message: string) => {
  if (severity !== 'debug' && !message.startsWith('Invalid undefined')) console[severity](message)
}

type Options = { onSignedOut: () => void; url?: string }

const besideCache = new WeakMap<Client, Client>()
/** The same API without the normalised cache, where a hundred thousand rows that pass by would stay. */
export const uncached = (client: Client) => besideCache.get(client) ?? client

export const makeClient = (options: Options) => {
  const client = aClient(options, [
    cacheExchange({ keys: Object.fromEntries(keyless.map((type) => [type, () => null])), possibleTypes, logger }),
  ])
  besideCache.set(client, aClient(options, []))
  return client
}

const aClient = ({ onSignedOut, url = '/graphql' }: Options, caches: readonly Exchange[]) =>
  new Client({
    url,
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // server-sent events come through fetch, so that the cookie and the header go with them
    fetchSubscriptions: true,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: {
        'x-graphql-yoga-csrf': '1',
        'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en',
        ...(confirmation() ? { 'x-lintel-confirmation': confirmation() ?? '' } : {}),
      },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          if (error.response?.status === 401 || error.graphQLErrors.some((each) => each.extensions['code'] === 'UNAUTHENTICATED'))
            onSignedOut()
        },
      }),
      ...caches,
      fetchExchange,
    ],
  })
