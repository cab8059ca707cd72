import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

type Letter = { readonly to: string; readonly text: string }

/** A mail server that keeps what it gets. `answer`: what it says to the next letters instead of taking them. */
export const aMailServer = async () => {
  const letters: Letter[] = []
  let refusing: Error | undefined
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (refusing) return done(refusing)
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address).join(), text: Buffer.concat(chunks).toString('utf8') })
        done()
      })
    },
  })
  // a sender that is killed in the middle of a letter is no error of ours
  server.on('error', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.server.address() as AddressInfo
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuse(code: number | undefined) {
      refusing = code === undefined ? undefined : Object.assign(new Error('not now'), { responseCode: code })
    },
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

type Said = {
  readonly path: string
  readonly body: {
    readonly msgtype: string
    readonly markdown: { readonly content?: string; readonly title?: string; readonly text?: string }
  }
}

/** A robot's host, as WeCom and DingTalk answer. */
export const aRobotHost = async () => {
  const said: Said[] = []
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      said.push({ path: request.url ?? '', body: JSON.parse(Buffer.concat(chunks).toString('utf8')) as Said['body'] })
      response.setHeader('content-type', 'application/json').end('{"errcode":0,"errmsg":"ok"}')
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { host: `127.0.0.1:${port}`, said, close: () => new Promise<void>((resolve) => server.close(() => resolve())) }
}
