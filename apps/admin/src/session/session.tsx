import { createContext, use, type ReactNode } from 'react'
import { forgetDrafts } from '@lintel/ui'
import type { TFunction } from 'i18next'
import { forgetRecent } from '../find/kept.ts'
import type { MeQuery } from '../gql/graphql.ts'
import { forgetConfirmation } from '../graph/confirmation.ts'
import { askAuth, type Told } from './asking.ts'

type Signed = NonNullable<MeQuery['me']>
export type Me = Omit<Signed, 'person'> & { person: NonNullable<Signed['person']> }

const MeContext = createContext<Me | undefined>(undefined)
export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => <MeContext value={me}>{children}</MeContext>

export const useMe = () => {
  const me = use(MeContext)
  if (!me) throw new Error('read outside of the signed-in part')
  return me
}

/** What came of giving a password or a code. */
export type SignIn =
  | { readonly is: 'signedIn' | 'codeAsked' | 'wrong' | 'used' | 'over' | 'unreachable' }
  | { readonly is: 'tooOften'; readonly minutes: number }

const otherwise = ({ status, minutes }: Told): SignIn =>
  status === 429 ? { is: 'tooOften', minutes } : { is: status === 0 || status >= 500 ? 'unreachable' : 'wrong' }

export const signIn = async (email: string, password: string): Promise<SignIn> => {
  const told = await askAuth('sign-in/email', { email, password })
  if (!told.ok) return otherwise(told)
  const asked = typeof told.body === 'object' && told.body !== null && 'twoFactorRedirect' in told.body
  return { is: asked ? 'codeAsked' : 'signedIn' }
}

/** The second factor: a code of the app, or one of the codes kept for when it is lost. */
export const giveCode = async (code: string, kind: 'totp' | 'backup-code'): Promise<SignIn> => {
  const told = await askAuth(`two-factor/verify-${kind}`, { code: kind === 'totp' ? code.replace(/\D/gu, '') : code.trim() })
  if (told.ok) return { is: 'signedIn' }
  if (told.code === 'CODE_USED') return { is: 'used' }
  const over = told.code === 'INVALID_TWO_FACTOR_COOKIE' || told.code.startsWith('TOO_MANY_ATTEMPTS')
  return over ? { is: 'over' } : otherwise(told)
}

/** To the company's own sign-on, and back to where one wanted to be. */
export const signInWithCompany = async (to: string): Promise<SignIn> => {
  const told = await askAuth('sign-in/company', { to })
  const url = typeof told.body === 'object' && told.body !== null && 'url' in told.body ? told.body.url : undefined
  if (!told.ok || typeof url !== 'string') return told.status === 429 ? otherwise(told) : { is: 'unreachable' }
  location.assign(url)
  return { is: 'codeAsked' }
}

export type SetPassword = 'set' | 'tooShort' | 'common' | 'overdue' | 'wrong' | 'unreachable' | { readonly minutes: number }

const chosen = ({ ok, status, code, minutes }: Told): SetPassword => {
  if (ok) return 'set'
  if (status === 429) return { minutes }
  if (status === 0 || status >= 500) return 'unreachable'
  if (code === 'PASSWORD_TOO_SHORT') return 'tooShort'
  if (code === 'PASSWORD_COMMON') return 'common'
  return code === 'INVALID_PASSWORD' ? 'wrong' : 'overdue'
}
/** With the token of an invitation's link, once. */
export const setPassword = async (token: string, newPassword: string): Promise<SetPassword> =>
  chosen(await askAuth('reset-password', { token, newPassword }))
/** With the one there is. */
export const changePassword = async (currentPassword: string, newPassword: string): Promise<SetPassword> =>
  chosen(await askAuth('change-password', { currentPassword, newPassword }))

/** What is wrong with a password somebody chose, in words. */
export const passwordProblem = (answer: SetPassword, t: TFunction): string | undefined => {
  if (answer === 'set') return undefined
  if (typeof answer === 'object') return t('signIn.tooOften', { minutes: answer.minutes })
  return {
    tooShort: t('setPassword.tooShort'),
    common: t('setPassword.common'),
    overdue: t('setPassword.overdue'),
    wrong: t('sessions.wrong'),
    unreachable: t('signIn.unreachable'),
  }[answer]
}

export const signOut = async () => {
  await askAuth('sign-out', {})
  forgetConfirmation()
  forgetRecent()
  forgetDrafts()
  location.assign('/sign-in')
}
