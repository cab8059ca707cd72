import { Stopped } from '@lintel/tooling/stopped.ts'
import { genericOAuth } from 'better-auth/plugins/generic-oauth'

/** The company's own sign-on, beside passwords. */
export type Provider = {
  readonly issuer: string
  readonly clientId: string
  readonly clientSecret?: string
  /** What its button says. */
  readonly label: string
  /** It asks for a second factor itself, so that ours is not asked after it. */
  readonly secondFactor: boolean
}
export const providerId = 'company'

const loopback = ['127.0.0.1', 'localhost', '[::1]']

/** From LINTEL_OIDC_…; nothing where no issuer is named. */
export const providerFrom = (given: Readonly<Record<string, string | undefined>>): Provider | undefined => {
  const issuer = given['LINTEL_OIDC_ISSUER']?.trim()
  if (!issuer) return undefined
  const url = URL.parse(issuer)
  if (!url || (url.protocol !== 'https:' && !loopback.includes(url.hostname)))
    throw new Stopped(
      `LINTEL_OIDC_ISSUER: "${issuer}" is no https address; give the one its provider calls itself, such as https://login.company.example.`,
    )
  const clientId = given['LINTEL_OIDC_CLIENT_ID']?.trim()
  if (!clientId) throw new Stopped('LINTEL_OIDC_CLIENT_ID: it is needed where LINTEL_OIDC_ISSUER is given.')
  const clientSecret = given['LINTEL_OIDC_CLIENT_SECRET']?.trim()
  return {
    issuer: issuer.replace(/\/$/, ''),
    clientId,
    ...(clientSecret ? { clientSecret } : {}),
    label: given['LINTEL_OIDC_LABEL']?.trim() || 'SSO',
    secondFactor: given['LINTEL_OIDC_SECOND_FACTOR'] === '1',
  }
}

type Profile = { readonly email?: unknown; readonly email_verified?: unknown; readonly emailVerified?: unknown }

/**
 * Code flow with PKCE, state and nonce. What the provider says of itself is asked for at the start and, where it did not
 * answer then, again whenever somebody wants in: being down once does not switch it off. `known`: the account of the
 * person with that confirmed e-mail is made ready; nobody signs up.
 */
export const signOnWith = ({ issuer, clientId, clientSecret }: Provider, known: (email: string) => Promise<void>) =>
  genericOAuth({
    config: [
      {
        providerId,
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId,
        ...(clientSecret ? { clientSecret } : {}),
        scopes: ['openid', 'email', 'profile'],
        pkce: true,
        requireIdTokenVerification: true,
        disableSignUp: true,
        async mapProfileToUser(profile: Profile) {
          const { email } = profile
          const verified = profile.email_verified === true || profile.emailVerified === true
          if (typeof email === 'string' && verified) await known(email.toLowerCase())
          return { emailVerified: verified }
        },
      },
    ],
  })
