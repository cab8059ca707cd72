import type { PrismaClient } from '../generated/prisma/client.ts'
import type { Standing } from './auth.ts'
import type { configure } from './configure.ts'
import type { Confirmations } from './confirmations.ts'
import { whereFrom } from './hooks.ts'
import { providerId } from './provider.ts'
import type { SecurityLog } from './security-log.ts'

const mount = '/api/auth'
/** More than anything asked here has. */
const largest = 8_192

/** What may be asked, with the fields that are read of it; the rest of the library's routes are not there. `whole`: only of who is fully signed in. */
const routes: Readonly<Record<string, { readonly fields: readonly string[]; readonly whole?: true }>> = {
  '/sign-in/email': { fields: ['email', 'password'] },
  '/sign-out': { fields: [] },
  '/reset-password': { fields: ['token', 'newPassword'] },
  '/change-password': { fields: ['currentPassword', 'newPassword'], whole: true },
  '/two-factor/enable': { fields: ['password'] },
  '/two-factor/verify-totp': { fields: ['code'] },
  '/two-factor/verify-backup-code': { fields: ['code'] },
  '/two-factor/generate-backup-codes': { fields: ['password'], whole: true },
}

type Parts = {
  readonly auth: ReturnType<typeof configure>['auth']
  readonly log: SecurityLog
  readonly standing: (headers: Headers) => Promise<Standing | undefined>
  readonly confirmations: Confirmations
  readonly prisma: PrismaClient
  /** What the button of the company's own sign-on says; none where there is none. */
  readonly label: string | undefined
}

const say = (status: number, body: object, headers: HeadersInit = {}) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store', ...headers } })
const notThere = () => say(404, { code: 'NOT_FOUND' })

/** The fields that are read, where they are text; a body that is no object has none. */
const fieldsOf = async (request: Request, names: readonly string[]): Promise<Record<string, string> | undefined> => {
  const text = await request.text()
  if (text.length > largest) return undefined
  try {
    const body: unknown = JSON.parse(text || '{}')
    if (typeof body !== 'object' || body === null) return undefined
    return Object.fromEntries(
      names.flatMap((name) => {
        const value = (body as Readonly<Record<string, unknown>>)[name]
        return typeof value === 'string' ? [[name, value]] : []
      }),
    )
  } catch {
    return undefined
  }
}

/** A place among our own screens. */
const ownPath = (to: string | undefined) => (to?.startsWith('/') && !/^\/[/\\]/.test(to) ? to : '/tasks')

/** The one door to signing in: a short list of what may be asked, with nothing in it but what is meant. */
export const gate = (parts: Parts) => {
  const { auth, standing, confirmations, log, label } = parts
  const passOn = (request: Request, path: string, body: object) => {
    const headers = new Headers(request.headers)
    headers.delete('content-length')
    headers.set('content-type', 'application/json')
    return auth.handler(new Request(new URL(mount + path, request.url), { method: 'POST', headers, body: JSON.stringify(body) }))
  }
  const withCompany = async (request: Request) => {
    const fields = await fieldsOf(request, ['to'])
    if (!fields) return say(400, { code: 'BAD_REQUEST' })
    return passOn(request, '/sign-in/social', {
      provider: providerId,
      callbackURL: ownPath(fields['to']),
      errorCallbackURL: '/sign-in',
      disableRedirect: true,
    })
  }
  /** Password or code once more, for what is above the limit. SEC-11 */
  const confirm = async (request: Request) => {
    const who = await standing(request.headers)
    if (!who || who.needs) return say(401, { code: 'UNAUTHORIZED' })
    const fields = await fieldsOf(request, ['password', 'code'])
    if (!fields) return say(400, { code: 'BAD_REQUEST' })
    const { password, code } = fields
    const asked =
      password === undefined
        ? await passOn(request, '/two-factor/verify-totp', { code: code ?? '' })
        : await auth.api.verifyPassword({ body: { password }, headers: request.headers, asResponse: true })
    if (!asked.ok) return say(asked.status, await asked.json(), retryOf(asked))
    await log({ kind: 'confirmed', person: who.person, ...whereFrom(request.headers) })
    return say(200, { word: await confirmations.give(who.session) })
  }
  /** What the page before signing in has to know. */
  const ways = async (request: Request) => {
    const who = await standing(request.headers)
    const account = who && (await parts.prisma.user.findUnique({ where: { id: who.person }, select: accountShape }))
    return say(200, {
      company: label ?? null,
      signedIn: who !== undefined,
      needs: who?.needs ?? null,
      password: account?.accounts.some(({ providerId: id }) => id === 'credential') ?? null,
      secondFactor: account?.twoFactorEnabled ?? null,
    })
  }
  const signOut = async (request: Request, answer: () => Promise<Response>) => {
    const who = await standing(request.headers)
    if (who) await log({ kind: 'signedOut', person: who.person, ...whereFrom(request.headers) })
    return answer()
  }

  return async (request: Request): Promise<Response> => {
    const path = new URL(request.url).pathname.slice(mount.length)
    if (request.method === 'GET') {
      if (path === '/ways') return ways(request)
      return label !== undefined && path === `/callback/${providerId}` ? auth.handler(request) : notThere()
    }
    if (request.method !== 'POST') return notThere()
    if (path === '/confirm') return confirm(request)
    if (path === '/sign-in/company') return label === undefined ? notThere() : withCompany(request)
    const route = Object.hasOwn(routes, path) ? routes[path] : undefined
    if (!route) return notThere()
    if (route.whole) {
      const who = await standing(request.headers)
      if (!who || who.needs) return say(401, { code: 'UNAUTHORIZED' })
    }
    const fields = await fieldsOf(request, route.fields)
    if (!fields) return say(400, { code: 'BAD_REQUEST' })
    const on = () => passOn(request, path, path === '/change-password' ? { ...fields, revokeOtherSessions: true } : fields)
    return path === '/sign-out' ? signOut(request, on) : on()
  }
}
const accountShape = { twoFactorEnabled: true, accounts: { select: { providerId: true } } } as const
const retryOf = (answer: Response): HeadersInit => {
  const after = answer.headers.get('retry-after')
  return after ? { 'retry-after': after } : {}
}
