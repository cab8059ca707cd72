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

export const freePort = async () => {
  const outcome = await listens(0, '127.0.0.1')
  if (typeof outcome !== 'number') throw outcome
  return outcome
}
