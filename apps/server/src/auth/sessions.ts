import type { PrismaClient } from '../generated/prisma/client.ts'
import type { SecurityLog } from './security-log.ts'

export type Sessions = {
  /** One of somebody's own. */
  end(person: string, session: string): Promise<boolean>
  /** All of somebody's but one; how many there were. */
  endOthers(person: string, kept: string): Promise<number>
  /** All of somebody's, by whoever keeps the staff. */
  endAll(person: string, by: string): Promise<number>
  /** Somebody who lost their device sets a second factor up anew; they are signed out everywhere. */
  resetSecondFactor(person: string, by: string): Promise<void>
}

export const openSessions = (prisma: PrismaClient, log: SecurityLog): Sessions => ({
  async end(person, session) {
    const { count } = await prisma.session.deleteMany({ where: { id: session, userId: person } })
    if (count) await log({ kind: 'sessionsEnded', person })
    return count > 0
  },
  async endOthers(person, kept) {
    const { count } = await prisma.session.deleteMany({ where: { userId: person, id: { not: kept } } })
    if (count) await log({ kind: 'sessionsEnded', person })
    return count
  },
  async endAll(person, by) {
    const { count } = await prisma.session.deleteMany({ where: { userId: person } })
    await log({ kind: 'sessionsEnded', person, by })
    return count
  },
  async resetSecondFactor(person, by) {
    await prisma.$transaction([
      prisma.twoFactor.deleteMany({ where: { userId: person } }),
      prisma.user.updateMany({ where: { id: person }, data: { twoFactorEnabled: false } }),
      prisma.session.deleteMany({ where: { userId: person } }),
    ])
    await log({ kind: 'secondFactorReset', person, by })
  },
})
