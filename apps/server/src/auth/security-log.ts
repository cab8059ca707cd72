import type { PrismaClient } from '../generated/prisma/client.ts'

/** What is kept of accounts and sessions. */
export const securityKinds = [
  'signedIn',
  'signInFailed',
  'tooManyTries',
  'signedOut',
  'linkGiven',
  'passwordSet',
  'passwordChanged',
  'secondFactorSet',
  'secondFactorReset',
  'codeFailed',
  'backupCodeUsed',
  'backupCodesMade',
  'confirmed',
  'confirmFailed',
  'sessionsEnded',
  'positionsChanged',
  'exportTaken',
] as const
export type SecurityKind = (typeof securityKinds)[number]

export type SecurityEvent = {
  readonly kind: SecurityKind
  /** Whose account it is; none where nobody of the company was meant. */
  readonly person?: string | undefined
  /** Who did it, where it was somebody else. */
  readonly by?: string | undefined
  readonly address?: string | null | undefined
  readonly agent?: string | null | undefined
}
export type SecurityLog = (event: SecurityEvent) => Promise<void>

/** A line is added and never changed; nothing typed, no link, no code and no token is in it. SEC-21 */
export const openSecurityLog =
  (prisma: Pick<PrismaClient, 'securityEvent'>): SecurityLog =>
  async ({ kind, person, by, address, agent }) => {
    await prisma.securityEvent.create({
      data: {
        kind,
        ...(person ? { personId: person } : {}),
        ...(by && by !== person ? { byId: by } : {}),
        ...(address ? { address: address.slice(0, 60) } : {}),
        ...(agent ? { agent: agent.slice(0, 200) } : {}),
      },
    })
  }
