import pg from 'pg'

/** Asks a question of the database as it was at one moment. */
export type Snapshot = <Row extends pg.QueryResultRow>(text: string, values: readonly unknown[]) => Promise<readonly Row[]>
/**
 * Reads several things of one moment, for so many milliseconds a statement at most; nothing where one took longer, or where
 * whoever asked has gone: then the database is told to stop.
 */
export type Snapshots = <Result>(
  atMost: number,
  signal: AbortSignal,
  work: (snapshot: Snapshot) => Promise<Result>,
) => Promise<Result | undefined>

const cancelled = '57014'
const wasCancelled = (error: unknown) => error instanceof pg.DatabaseError && error.code === cancelled

export const snapshotsOf =
  (pool: pg.Pool): Snapshots =>
  async (atMost, signal, work) => {
    if (signal.aborted) return undefined
    const client = await pool.connect()
    let broken: Error | undefined
    const stop = () => {
      // the connection itself is busy with what is to stop
      const { processID } = client as unknown as { readonly processID: number }
      pool.query('select pg_cancel_backend($1)', [processID]).catch(() => {})
    }
    signal.addEventListener('abort', stop)
    try {
      await client.query(`begin isolation level repeatable read read only; set local statement_timeout = ${Math.round(atMost)}`)
      return await work(async (text, values) => {
        if (signal.aborted) throw new pg.DatabaseError('nobody waits for it', 0, 'error')
        return (await client.query({ text, values: [...values] })).rows
      })
    } catch (error) {
      if (signal.aborted || wasCancelled(error)) return undefined
      throw error
    } finally {
      signal.removeEventListener('abort', stop)
      await client.query('rollback').catch((error: unknown) => (broken = error instanceof Error ? error : new Error('lost')))
      // the word to stop may still be on its way: nobody else's question is to meet it
      client.release(broken ?? signal.aborted)
    }
  }
