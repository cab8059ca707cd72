import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'

export const newNonce = () => randomBytes(16).toString('base64')

/** Scripts only from our files; styles from our files and from the component library, which knows the page's nonce. SEC-16 */
const policy = (nonce: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    // films of the evidence, from the same guarded route as its pictures
    "media-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')

export const guard = (response: ServerResponse, nonce: string, secure: boolean) => {
  response.setHeader('content-security-policy', policy(nonce))
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('cross-origin-resource-policy', 'same-origin')
  response.setHeader('permissions-policy', 'camera=(), geolocation=(), microphone=()')
  if (secure) response.setHeader('strict-transport-security', 'max-age=31536000')
}

/** The page tells its nonce where the component library looks for it. */
export const nonceInto = (nonce: string) => (html: string) =>
  html.replace('<head>', `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`)
