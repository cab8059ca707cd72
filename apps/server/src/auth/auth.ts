import { randomBytes } from 'node:crypto'
import type { PersonId } from '@lintel/domain'
import { configure, heldBy, type AuthOptions } from './configure.ts'
import { openConfirmations, type Confirmations } from './confirmations.ts'
import { gate } from './gate.ts'
import { openSessions, type Sessions } from './sessions.ts'

export { addressHeader } from './hooks.ts'

const hours = 3600
/** SEC-11: signed out after twelve hours whatever was done. */
const longest = 12 * hours
/** How long a link to set a password can be used. */
const inviteHours = 72

/** `needs`: what is still asked before the session can do anything: to set a second factor up, or its code. */
export type Standing = { readonly person: PersonId; readonly session: string; readonly until: Date; readonly needs?: 'setUp' | 'code' }
export type SignedIn = Omit<Standing, 'needs'>

export type Auth = {
  handle(request: Request): Promise<Response>
  /** Who is signed in, asked of the database each time; nobody, while a second factor is still owed. */
  signedIn(headers: Headers): Promise<SignedIn | undefined>
  /** A link with which a person sets a password, once, within three days. The account is made where there is none. */
  invite(person: { readonly id: string; readonly name: string; readonly email: string }, by?: string): Promise<string>
  readonly sessions: Sessions
  readonly confirmations: Confirmations
}

export const openAuth = (options: AuthOptions): Auth => {
  const { auth, log } = configure(options)
  const { prisma, baseUrl, company } = options
  const sessions = openSessions(prisma, log)
  const confirmations = openConfirmations(prisma)

  const standing = async (headers: Headers): Promise<Standing | undefined> => {
    const found = await auth.api.getSession({ headers })
    if (!found) return undefined
    const { session, user } = found
    const until = new Date(session.createdAt.getTime() + longest * 1000)
    const known = await company()
    if (until <= new Date() || session.positions !== heldBy(known, user.id)) {
      await prisma.session.deleteMany({ where: { id: session.id } })
      return undefined
    }
    const person = user.id as PersonId
    const owed = user.twoFactorEnabled ? (session.secondFactor ? undefined : 'code') : known.asksSecondFactor(person) ? 'setUp' : undefined
    return { person, session: session.id, until, ...(owed ? { needs: owed } : {}) }
  }
  const handle = gate({ auth, log, standing, confirmations, prisma, label: options.provider?.label })
  return {
    handle,
    async signedIn(headers) {
      const found = await standing(headers)
      return found?.needs ? undefined : found
    },
    async invite({ id, name, email }, by) {
      await prisma.user.upsert({
        where: { id },
        create: { id, name, email: email.toLowerCase() },
        update: { name, email: email.toLowerCase() },
      })
      const token = randomBytes(24).toString('base64url')
      const { internalAdapter } = await auth.$context
      await internalAdapter.createVerificationValue({
        identifier: `reset-password:${token}`,
        value: id,
        expiresAt: new Date(Date.now() + inviteHours * hours * 1000),
      })
      await log({ kind: 'linkGiven', person: id, by })
      return `${baseUrl}/set-password?token=${token}`
    },
    sessions,
    confirmations,
  }
}
