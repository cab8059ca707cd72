import type { TFunction } from 'i18next'
import type { CombinedError } from 'urql'

/** What happened and what to do, nothing blamed. */
export const whatFailed = (error: CombinedError, t: TFunction) => {
  if (error.networkError) return t(navigator.onLine ? 'failure.unreachable' : 'failure.offline')
  const [first] = error.graphQLErrors
  const code = first?.extensions['code']
  // what cannot be asked so is said by the server, with what to do
  if (first && code === 'BAD_USER_INPUT' && 'problem' in first.extensions) return first.message
  if (code === 'FORBIDDEN' || code === 'UNAUTHORIZED') return t('failure.forbidden')
  return t('failure.server')
}
