import { addressHeader } from '@lintel/server/auth/auth.ts'
import type { App } from './app.ts'

type Fields = Readonly<Record<string, unknown>>

/** A browser of somebody's at an address of theirs: it keeps its cookies. */
export const aDevice = (app: App, address = '10.1.1.1') => {
  const jar = new Map<string, string>()
  const ask = async (path: string, fields?: Fields, headers: Readonly<Record<string, string>> = {}) => {
    const answer = await app.services.auth.handle(
      new Request(`${app.url}/api/auth/${path}`, {
        method: fields ? 'POST' : 'GET',
        headers: {
          'content-type': 'application/json',
          origin: app.url,
          cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; '),
          [addressHeader]: address,
          ...headers,
        },
        ...(fields ? { body: JSON.stringify(fields) } : {}),
      }),
    )
    for (const line of answer.headers.getSetCookie()) {
      const [pair = ''] = line.split(';')
      const [name = '', ...value] = pair.split('=')
      if (/max-age=0/i.test(line) || value.join('=') === '') jar.delete(name)
      else jar.set(name, value.join('='))
    }
    const text = await answer.text()
    const body = (text.startsWith('{') ? JSON.parse(text) : {}) as Record<string, unknown>
    return { status: answer.status, headers: answer.headers, text, body }
  }
  return {
    ask,
    jar,
    signIn: (email: string, password: string) => ask('sign-in/email', { email, password }),
    get cookie() {
      return [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    },
    who: async () => (await app.services.auth.signedIn(new Headers({ cookie: [...jar].map(([n, v]) => `${n}=${v}`).join('; ') })))?.person,
  }
}
export type Device = ReturnType<typeof aDevice>
