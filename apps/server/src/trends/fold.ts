import type pg from 'pg'

const atOnce = 20_000

/** Folds what changed into the sums of months until nothing is left. Figures are the same before and after. Y-1 */
export const foldFigures = async (pool: Pick<pg.Pool, 'query'>, signal?: AbortSignal) => {
  for (let folded = atOnce; folded === atOnce && !signal?.aborted;) {
    const { rows } = await pool.query<{ n: number }>('select trend_fold($1) as n', [atOnce])
    folded = rows[0]?.n ?? 0
  }
}
