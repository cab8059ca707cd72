import type { TFunction } from 'i18next'
import type { CombinedError } from 'urql'

/** What happened and what to do, nothing blamed. */
export const whatFailed = (error: CombinedError, t: TFunction) => {
  if (error.networkError) return t(navigator.onLine ? 'failure.unreachable' : 'failure.offline')
  const code = error.graphQLErrors[0]?.extensions['code']
  if (code === 'FORBIDDEN' || code === 'UNAUTHORIZED') return t('failure.forbidden')
  return t('failure.server')
}
