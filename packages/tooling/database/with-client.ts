import pg from 'pg'

/** One connection for one purpose. That the database died between two answers is told by the next one, not by the end of the process. REL-3 */
export const withClient = async <T>(config: string | pg.ClientConfig, ask: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(config)
  client.on('error', () => {})
  try {
    await client.connect()
    return await ask(client)
  } finally {
    await client.end().catch(() => {})
  }
}
