import type { PersonId } from '@lintel/domain'
import { betterAuth } from 'better-auth'
import { prismaAdapter } from 'better-auth/adapters/prisma'
import { APIError } from 'better-auth/api'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { PrismaClient } from '../generated/prisma/client.ts'
import { log } from '../log/log.ts'
import type { Company } from '../records/company.ts'
import { openBudgets } from './budgets.ts'
import { accountKeys, deviceCookies } from './guessing.ts'
import { addressHeader, watching, whereFrom } from './hooks.ts'
import { readyAccount } from './accounts.ts'
import { shortest } from './passwords.ts'
import { signOnWith, type Provider } from './provider.ts'
import { authSecret } from './secret.ts'
import { openSecurityLog } from './security-log.ts'

const minutes = 60
/** SEC-11: signed out after half an hour without a request. */
const idle = 30 * minutes

export type AuthOptions = {
  readonly prisma: PrismaClient
  readonly dataFolder: string
  readonly baseUrl: string
  readonly provider?: Provider | undefined
  company(): Promise<Company>
}

/** What somebody holds, as one text: a session ends when it changes. SEC-11 */
export const heldBy = (company: Company, person: string) => (company.person(person as PersonId)?.positions ?? []).toSorted().join(' ')

/** better-auth as this house wants it. */
export const configure = ({ prisma, dataFolder, baseUrl, provider, company }: AuthOptions) => {
  const secret = authSecret(dataFolder)
  const budgets = openBudgets(prisma)
  const note = openSecurityLog(prisma)
  const secure = baseUrl.startsWith('https:')
  const auth = betterAuth({
    appName: 'Lintel',
    baseURL: baseUrl,
    basePath: '/api/auth',
    secret,
    trustedOrigins: [baseUrl, baseUrl.replace('//127.0.0.1', '//localhost')],
    database: prismaAdapter(prisma, { provider: 'postgresql' }),
    telemetry: { enabled: false },
    // what happened, without what was given: a code or a state is nobody's to read. SEC-21
    logger: { level: 'error', log: (_, message) => log.warn(message) },
    // of a broken sign-on the person is told where they began
    onAPIError: {
      errorURL: `${baseUrl}/sign-in`,
      onError(error) {
        // refusals are answers, not news
        if (!(error instanceof APIError) || error.statusCode >= 500) log.error({ error }, 'signing in failed')
      },
    },
    emailAndPassword: {
      enabled: true,
      // accounts are made for people of the company, by invitation
      disableSignUp: true,
      minPasswordLength: shortest,
      revokeSessionsOnPasswordReset: true,
      async onPasswordReset({ user }, request) {
        await note({ kind: 'passwordSet', person: user.id, ...whereFrom(request?.headers) })
        await budgets.forget(accountKeys(user.email))
      },
    },
    // an e-mail the provider has confirmed is whose the administrator entered it for; any other leads to nobody
    account: { accountLinking: { trustedProviders: [], requireLocalEmailVerified: false } },
    session: {
      expiresIn: idle,
      updateAge: minutes,
      cookieCache: { enabled: false },
      additionalFields: {
        positions: { type: 'string', input: false, required: false, defaultValue: '' },
        secondFactor: { type: 'boolean', input: false, required: false, defaultValue: false },
      },
    },
    advanced: {
      cookiePrefix: 'lintel',
      useSecureCookies: secure,
      database: { generateId: 'uuid' },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
    // ours counts in one statement and by account as well: guessing.ts
    rateLimit: { enabled: false },
    hooks: watching({ prisma, budgets, log: note, devices: deviceCookies(secret), secure }),
    plugins: [
      // a browser is not remembered: the second factor is asked for at every sign-in
      twoFactor({ issuer: 'Lintel', allowPasswordless: true, accountLockout: { enabled: false } }),
      ...(provider ? [signOnWith(provider, (email) => readyAccount(prisma, email))] : []),
    ],
    databaseHooks: {
      session: {
        create: {
          async before(session, ctx) {
            const known = await company()
            // the same answer as to a wrong password: whether somebody has left is nobody's business
            if (known.deciding(session.userId as PersonId) === undefined)
              throw new APIError('UNAUTHORIZED', { code: 'INVALID_EMAIL_OR_PASSWORD', message: 'Invalid email or password' })
            const path = ctx?.path ?? ''
            const asked = path.startsWith('/two-factor/') || (path.startsWith('/callback/') && provider?.secondFactor === true)
            return {
              data: {
                ...session,
                positions: heldBy(known, session.userId),
                // the gate lets nobody change a password whose own was not asked for
                secondFactor: asked || path === '/change-password',
              },
            }
          },
        },
      },
    },
  })
  return { auth, log: note }
}
