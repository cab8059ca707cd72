import { createContext, use, type ReactNode } from 'react'
import { forgetDrafts } from '@lintel/ui'
import { forgetRecent } from '../find/kept.ts'
import type { MeQuery } from '../gql/graphql.ts'

type Signed = NonNullable<MeQuery['me']>
export type Me = Omit<Signed, 'person'> & { person: NonNullable<Signed['person']> }

const MeContext = createContext<Me | undefined>(undefined)
export const MeProvider = ({ me, children }: { me: Me; children: ReactNode }) => <MeContext value={me}>{children}</MeContext>

export const useMe = () => {
  const me = use(MeContext)
  if (!me) throw new Error('read outside of the signed-in part')
  return me
}

export type SignIn = 'signedIn' | 'wrong' | 'tooOften' | 'unreachable'

export const signIn = async (email: string, password: string): Promise<SignIn> => {
  try {
    const answer = await fetch('/api/auth/sign-in/email', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    if (answer.ok) return 'signedIn'
    if (answer.status === 429) return 'tooOften'
    return answer.status < 500 ? 'wrong' : 'unreachable'
  } catch {
    return 'unreachable'
  }
}

export type SetPassword = 'set' | 'tooShort' | 'overdue' | 'tooOften' | 'unreachable'

/** With the token of an invitation's link, once. */
export const setPassword = async (token: string, newPassword: string): Promise<SetPassword> => {
  try {
    const answer = await fetch('/api/auth/reset-password', {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ token, newPassword }),
    })
    if (answer.ok) return 'set'
    if (answer.status === 429) return 'tooOften'
    if (answer.status >= 500) return 'unreachable'
    const { code } = (await answer.json()) as { code?: string }
    return code === 'PASSWORD_TOO_SHORT' ? 'tooShort' : 'overdue'
  } catch {
    return 'unreachable'
  }
}

export const signOut = async () => {
  await fetch('/api/auth/sign-out', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  }).catch(() => undefined)
  forgetRecent()
  forgetDrafts()
  location.assign('/sign-in')
}
