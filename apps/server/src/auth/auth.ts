import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PersonId } from '@lintel/domain'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Company } from '../records/company.ts'

const minutes = 60
const hours = 3600
/** SEC-11: signed out after half an hour without a request, and after twelve hours whatever was done. */
const idle = 30 * minutes
const longest = 12 * hours
/** How long a link to set a password can be used. */
const inviteHours = 72

/** The address of the caller, put there by this server and never taken from outside. */
export const addressHeader = 'x-lintel-address'

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error
/** What session cookies are signed with: from LINTEL_AUTH_SECRET, or made once in the data folder. */
const authSecret = (dataFolder: string, given = process.env['LINTEL_AUTH_SECRET']) => {
  if (given) return given
  const file = join(dataFolder, 'auth.secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isNodeError(error) || error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}

type Options = { readonly prisma: PrismaClient; readonly dataFolder: string; readonly baseUrl: string; company(): Promise<Company> }

const configure = ({ prisma, dataFolder, baseUrl, company }: Options) =>
  betterAuth({
    appName: 'Lintel',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret: authSecret(dataFolder),
    trustedOrigins: [baseUrl, baseUrl.replace('//127.0.0.1', '//localhost')],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // refusals are answers, not news
    logger: { level: 'error' },
    emailAndPassword: {
      enabled: true,
      // accounts are made for people of the company, by invitation
      disableSignUp: true,
      minPasswordLength: 10,
      revokeSessionsOnPasswordReset: true,
    },
    session: { expiresIn: idle, updateAge: minutes, cookieCache: { enabled: false } },
    advanced: {
      cookiePrefix: 'lintel',
      useSecureCookies: baseUrl.startsWith('https:'),
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 64 },
    },
    // in the database, so that every server process counts together
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: minutes,
      max: 300,
      customRules: { '/sign-in/email': { window: minutes, max: 60 }, '/reset-password': { window: minutes, max: 20 } },
    },
    databaseHooks: {
      session: {
        create: {
          async before(session) {
            // the same answer as to a wrong password: whether somebody has left is nobody's business
            if ((await company()).deciding(session.userId as PersonId) === undefined)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' })
          },
        },
      },
    },
  })

export type SignedIn = { readonly person: PersonId; readonly session: string; readonly until: Date }

export type Auth = {
  handle(request: Request): Promise<Response>
  /** Who is signed in, asked of the database each time. */
  signedIn(headers: Headers): Promise<SignedIn | undefined>
  /** A link with which a person sets a password, once, within three days. The account is made where there is none. */
  invite(person: { readonly id: string; readonly name: string; readonly email: string }): Promise<string>
}

export const openAuth = (options: Options): Auth => {
  const auth = configure(options)
  const { prisma, baseUrl } = options
  return {
    handle: (request) => auth.handler(request),
    async signedIn(headers) {
      const found = await auth.api.getSession({ headers })
      if (!found) return undefined
      const { session, user } = found
      const until = new Date(session.createdAt.getTime() + longest * 1000)
      if (until <= new Date()) {
        await prisma.session.deleteMany({ where: { id: session.id } })
        return undefined
      }
      return { person: user.id as PersonId, session: session.id, until }
    },
    async invite({ id, name, email }) {
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
      return `${baseUrl}/set-password?token=${token}`
    },
  }
}
