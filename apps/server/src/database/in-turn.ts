import type pg from 'pg'

type Ask = (...question: readonly unknown[]) => Promise<unknown>

const queued = (client: pg.ClientBase): Ask => {
  const ask = client.query.bind(client) as Ask
  let last: Promise<unknown> = Promise.resolve()
  return (...question) => {
    const next = () => ask(...question)
    // whether the one before got an answer or an error is its own affair
    return (last = last.then(next, next))
  }
}

/** A connection for several who ask at the same time: each waits until the one before has its answer. */
export const inTurn = <Client extends pg.ClientBase>(client: Client): Client => {
  const query = queued(client)
  return new Proxy(client, { get: (of, name): unknown => (name === 'query' ? query : Reflect.get(of, name)) })
}

/** The same for every connection of a pool: Prisma asks several things at once within one transaction. */
export const allInTurn = (pool: pg.Pool) => pool.on('connect', (client) => Object.assign(client, { query: queued(client) }))
