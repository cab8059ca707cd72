import { createHash } from 'node:crypto'
import { APIError, createAuthMiddleware } from 'better-auth/api'
import { setSessionCookie } from 'better-auth/cookies'
import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Budget, Budgets } from './budgets.ts'
import { codeBudgets, confirmBudgets, linkBudgets, onceAnHour, passwordBudgets, type DeviceCookies } from './guessing.ts'
import { isCommon } from './passwords.ts'
import type { SecurityKind, SecurityLog } from './security-log.ts'

/** The address of the caller, put there by this server and never taken from outside. */
export const addressHeader = 'x-lintel-address'

type Parts = {
  readonly prisma: PrismaClient
  readonly budgets: Budgets
  readonly log: SecurityLog
  readonly devices: DeviceCookies
  readonly secure: boolean
}
type Context = Parameters<Parameters<typeof createAuthMiddleware>[0]>[0]

const field = (body: unknown, name: string): string => {
  const value = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[name] : undefined
  return typeof value === 'string' ? value : ''
}
export const whereFrom = (headers: Headers | undefined) => ({
  address: headers?.get(addressHeader) ?? '',
  agent: headers?.get('user-agent') ?? null,
})
/** How long a sign-in counts as just now, in milliseconds. */
const fresh = 10 * 60_000
const codePaths = ['/two-factor/verify-totp', '/two-factor/verify-backup-code']
/** Paths on which somebody signed in gives their password once more. */
const passwordAgain = ['/change-password', '/verify-password', '/two-factor/enable', '/two-factor/generate-backup-codes']
/** Paths on which a password is chosen. */
const choosing = ['/reset-password', '/change-password']

/** What is counted, refused and written down around each way of signing in. SEC-12, SEC-13 */
export const watching = ({ prisma, budgets, log, devices, secure }: Parts) => {
  const cookie = (ctx: Context, name: string) => ctx.getCookie(name)
  /** Whose second factor or password is asked for: of the session, or of the sign-in under way. */
  const whose = async (ctx: Context): Promise<string | undefined> => {
    const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
    const session = token ? await prisma.session.findUnique({ where: { token }, select: { userId: true, expiresAt: true } }) : null
    if (session && session.expiresAt > new Date()) return session.userId
    const asked = await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret)
    return asked ? (await ctx.context.internalAdapter.findVerificationValue(asked))?.value : undefined
  }
  const emailOf = (ctx: Context) => field(ctx.body, 'email').trim()
  const budgetsOf = async (ctx: Context): Promise<readonly Budget[]> => {
    const { address } = whereFrom(ctx.headers)
    if (ctx.path === '/sign-in/email') {
      const email = emailOf(ctx)
      return passwordBudgets(email, address, devices.read(email, cookie(ctx, devices.nameFor(email))))
    }
    if (ctx.path === '/reset-password') return linkBudgets(address)
    const person = await whose(ctx)
    if (codePaths.includes(ctx.path)) return codeBudgets(person ?? 'nobody', address)
    return passwordAgain.includes(ctx.path) ? confirmBudgets(person ?? 'nobody', address) : []
  }
  const takeOrRefuse = async (ctx: Context) => {
    const wait = await budgets.take(await budgetsOf(ctx))
    if (wait === undefined) return
    const { address, agent } = whereFrom(ctx.headers)
    const person = ctx.path === '/sign-in/email' ? undefined : await whose(ctx)
    if ((await budgets.take([onceAnHour(`${ctx.path} ${address} ${person ?? ''}`)])) === undefined)
      await log({ kind: 'tooManyTries', person, address, agent })
    throw new APIError('TOO_MANY_REQUESTS', { code: 'TOO_MANY_TRIES', message: 'Too many tries.' }, { 'Retry-After': String(wait) })
  }
  /** A code of the second factor opens once, also to two who show it at the same moment. */
  const useOnce = async (ctx: Context) => {
    const person = await whose(ctx)
    if (!person) return
    const hash = createHash('sha256')
      .update(`${person} ${field(ctx.body, 'code')}`)
      .digest('base64url')
    const fresh = await prisma.$executeRawUnsafe(
      `insert into auth_used_code as u (user_id, hash) values ($1::uuid, $2)
       on conflict (user_id, hash) do update set at = now() where u.at < now() - interval '3 minutes'`,
      person,
      hash,
    )
    if (!fresh) throw new APIError('UNAUTHORIZED', { code: 'CODE_USED', message: 'This code was used.' })
  }

  /** Without a password to ask for, only who has just come in sets a second factor up: a stolen session does not. */
  const recently = async (ctx: Context) => {
    const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
    const session = token ? await prisma.session.findUnique({ where: { token }, include: { user: { include: { accounts: true } } } }) : null
    if (!session || session.user.accounts.some(({ password }) => password !== null)) return
    if (Date.now() - session.createdAt.getTime() > fresh)
      throw new APIError('UNAUTHORIZED', { code: 'SIGN_IN_AGAIN', message: 'Sign in again.' })
  }

  const before = createAuthMiddleware(async (ctx) => {
    if (ctx.path === '/sign-in/email' || ctx.path === '/reset-password' || codePaths.includes(ctx.path) || passwordAgain.includes(ctx.path))
      await takeOrRefuse(ctx)
    if (choosing.includes(ctx.path) && isCommon(field(ctx.body, 'newPassword')))
      throw new APIError('BAD_REQUEST', { code: 'PASSWORD_COMMON', message: 'This password is tried first.' })
    if (ctx.path === '/two-factor/enable') await recently(ctx)
    if (ctx.path === '/two-factor/verify-totp') await useOnce(ctx)
  })

  const kindsOf: Readonly<Record<string, readonly [done: SecurityKind | undefined, failed: SecurityKind]>> = {
    '/change-password': ['passwordChanged', 'confirmFailed'],
    '/verify-password': [undefined, 'confirmFailed'],
    '/two-factor/enable': [undefined, 'confirmFailed'],
    '/two-factor/generate-backup-codes': ['backupCodesMade', 'confirmFailed'],
    '/two-factor/verify-totp': [undefined, 'codeFailed'],
    '/two-factor/verify-backup-code': ['backupCodeUsed', 'codeFailed'],
  }
  /** Somebody is in: their device is known from now on, and whatever session the browser held before is over. */
  const welcome = async (ctx: Context) => {
    const made = ctx.context.newSession
    if (!made) return
    const { session, user } = made
    const old = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
    if (old && old !== session.token) await prisma.session.deleteMany({ where: { token: old } })
    ctx.setCookie(devices.nameFor(user.email), devices.make(user.email), {
      httpOnly: true,
      sameSite: 'lax',
      secure,
      path: '/api/auth',
      maxAge: devices.seconds,
    })
  }
  /** A code was right: in a sign-in under way, in one by the company's sign-on that still owed it, or for the first time. */
  const passed = async (ctx: Context, person: string | undefined) => {
    const token = await ctx.getSignedCookie(ctx.context.authCookies.sessionToken.name, ctx.context.secret)
    const half = token ? await prisma.session.findFirst({ where: { token, secondFactor: false, expiresAt: { gt: new Date() } } }) : null
    const user = half && !ctx.context.newSession ? await ctx.context.internalAdapter.findUserById(half.userId) : null
    // SEC-11: what may do more is another session
    if (user) await setSessionCookie(ctx, { session: await ctx.context.internalAdapter.createSession(user.id), user })
    if (!ctx.context.newSession) return
    const signingIn = user ?? (await ctx.getSignedCookie(ctx.context.createAuthCookie('two_factor').name, ctx.context.secret))
    await log({ kind: signingIn ? 'signedIn' : 'secondFactorSet', person, ...whereFrom(ctx.headers) })
    await welcome(ctx)
  }
  const after = createAuthMiddleware(async (ctx) => {
    const { address, agent } = whereFrom(ctx.headers)
    const { returned } = ctx.context
    const failed = returned instanceof APIError && returned.statusCode >= 400
    if (ctx.path === '/sign-in/email') {
      const email = emailOf(ctx).toLowerCase()
      // asked for in either case, so that it takes the same time. SEC-13
      const account = await prisma.user.findUnique({ where: { email }, select: { id: true } })
      if (failed) {
        if (returned.statusCode === 401) await log({ kind: 'signInFailed', person: account?.id, address, agent })
        return
      }
      await budgets.giveBack(await budgetsOf(ctx))
      if (ctx.context.newSession) await log({ kind: 'signedIn', person: account?.id, address, agent })
      return welcome(ctx)
    }
    if (ctx.path.startsWith('/callback/')) {
      const made = ctx.context.newSession
      await log({ kind: made ? 'signedIn' : 'signInFailed', person: made?.user.id, address, agent })
      return welcome(ctx)
    }
    const kinds = kindsOf[ctx.path]
    if (!kinds) return
    const person = ctx.context.newSession?.user.id ?? (await whose(ctx))
    const [done, notDone] = kinds
    if (failed) {
      const wrong = returned.statusCode === 401 || (returned.body as { code?: string } | undefined)?.code === 'INVALID_PASSWORD'
      if (wrong && person) await log({ kind: notDone, person, address, agent })
      return
    }
    await budgets.giveBack(await budgetsOf(ctx))
    if (done) await log({ kind: done, person, address, agent })
    if (codePaths.includes(ctx.path)) await passed(ctx, person)
  })
  return { before, after }
}
