import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

const listens = (port: number, host: string) =>
  new Promise<number | NodeJS.ErrnoException>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : port))
    })
  })

/** Why nobody can listen there, or nothing where one can. */
export const whyTaken = async (port: number, host = '127.0.0.1') => {
  const outcome = await listens(port, host)
  return typeof outcome === 'number' ? undefined : outcome.code
}

// below those that systems give to connections going out: whoever asks again and again at such a port while nobody listens
// there is one day given that very port for the asking end, is connected to itself, and the server can never have it back
const lowest = 15_000
const highest = 32_000

/** A port nobody listens on, which stays free for a server that comes back to it. */
export const freePort = async () => {
  for (;;) {
    const port = randomInt(lowest, highest)
    if ((await whyTaken(port)) === undefined) return port
  }
}
