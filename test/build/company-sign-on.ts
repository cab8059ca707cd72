import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { OAuth2Server } from 'oauth2-mock-server'

export type Claims = { sub: string; email: string; email_verified: boolean; [claim: string]: unknown }

const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })

/** A real provider on loopback that signs in whoever `is` says; it can be down when the server starts. */
export const aProvider = async () => {
  const port = await freePort()
  let server: OAuth2Server | undefined
  let claims: Claims = { sub: 'nobody', email: 'nobody@elsewhere.test', email_verified: true }
  let spoil: ((token: { header: object; payload: Record<string, unknown> }) => void) | undefined
  const asked: URL[] = []
  return {
    options: {
      issuer: `http://127.0.0.1:${port}`,
      clientId: 'lintel',
      clientSecret: 'between-the-two',
      label: '公司账号',
      secondFactor: true,
    },
    asked,
    is(who: Claims) {
      claims = who
    },
    /** The next tokens are not as they should be. */
    spoils(how: typeof spoil) {
      spoil = how
    },
    async start() {
      server = new OAuth2Server()
      await server.issuer.keys.generate('RS256')
      server.service.on('beforeTokenSigning', (token: { header: object; payload: Record<string, unknown> }) => {
        Object.assign(token.payload, claims)
        spoil?.(token)
      })
      server.service.on('beforeAuthorizeRedirect', (_redirect: unknown, request: { url?: string }) => {
        asked.push(new URL(request.url ?? '/', `http://127.0.0.1:${port}`))
      })
      await server.start(port, '127.0.0.1')
      server.issuer.url = `http://127.0.0.1:${port}`
    },
    async stop() {
      await server?.stop()
      server = undefined
    },
  }
}
