import { cacheExchange } from '@urql/exchange-graphcache'
import { Client, fetchExchange, mapExchange } from 'urql'
import { currentLanguage } from '../words/words.ts'
import { keyless } from './keyless.ts'

export const makeClient = ({ onSignedOut }: { onSignedOut: () => void }) =>
  new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    // server-sent events come through fetch, so that the cookie and the header go with them
    fetchSubscriptions: true,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { 'x-graphql-yoga-csrf': '1', 'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' },
    }),
    exchanges: [
      mapExchange({
        onError(error) {
          if (error.response?.status === 401 || error.graphQLErrors.some((each) => each.extensions['code'] === 'UNAUTHENTICATED')) onSignedOut()
        },
      }),
      cacheExchange({ keys: Object.fromEntries(keyless.map((type) => [type, () => null])) }),
      fetchExchange,
    ],
  })
