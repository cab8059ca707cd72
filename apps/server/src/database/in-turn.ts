import type pg from 'pg'

/** A connection for several who ask at the same time: each waits until the one before has its answer. */
export const inTurn = <Client extends pg.ClientBase>(client: Client): Client => {
  const ask = client.query.bind(client) as (...question: readonly unknown[]) => Promise<unknown>
  let last: Promise<unknown> = Promise.resolve()
  const query = (...question: readonly unknown[]) => {
    const next = () => ask(...question)
    // whether the one before got an answer or an error is its own affair
    return (last = last.then(next, next))
  }
  return new Proxy(client, { get: (of, name): unknown => (name === 'query' ? query : Reflect.get(of, name)) })
}
