import { createHash, randomBytes } from 'node:crypto'
import type { Moment } from '@lintel/domain'
import type { PrismaClient } from '../generated/prisma/client.ts'

/** What the page sends along when it decides something above the limit. It never lies in a cookie. SEC-11 */
export const confirmationHeader = 'x-lintel-confirmation'

export type Confirmations = {
  /** The word for whoever has just given their password again in this session. */
  give(session: string): Promise<string>
  /** When it was given, by the database's time; nothing where it was not, or in another session. */
  givenAt(session: string, word: string | null | undefined): Promise<Moment | undefined>
}

const hashOf = (word: string) => createHash('sha256').update(word).digest('base64url')

export const openConfirmations = (prisma: PrismaClient): Confirmations => ({
  async give(session) {
    const word = randomBytes(24).toString('base64url')
    await prisma.confirmation.create({ data: { hash: hashOf(word), sessionId: session } })
    return word
  },
  async givenAt(session, word) {
    if (!word) return undefined
    const found = await prisma.confirmation.findUnique({ where: { hash: hashOf(word) }, select: { sessionId: true, at: true } })
    return found?.sessionId === session ? (found.at.getTime() as Moment) : undefined
  },
})
