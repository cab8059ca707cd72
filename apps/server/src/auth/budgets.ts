import type { PrismaClient } from '../generated/prisma/client.ts'

/** So many at once, and one more every so many seconds. */
export type Budget = { readonly key: string; readonly most: number; readonly every: number }

export type Budgets = {
  /** Takes one of each, or says in how many seconds there is one again. */
  take(budgets: readonly Budget[]): Promise<number | undefined>
  /** It was no guess after all. */
  giveBack(budgets: readonly Budget[]): Promise<void>
  forget(keys: readonly string[]): Promise<void>
}

/** What of it is left to be worked off now; `$3` seconds for each. */
const level = (every: string) => `greatest(0, b.spent - extract(epoch from clock_timestamp() - b.at)::float8 / ${every})`

/**
 * Leaky buckets in the database, so that every server process counts together: taking is one statement on one row, which
 * no two callers can do at once. SEC-12
 */
export const openBudgets = (prisma: Pick<PrismaClient, '$queryRawUnsafe' | '$executeRawUnsafe'>): Budgets => {
  const takeOne = async ({ key, most, every }: Budget): Promise<number | undefined> => {
    const taken = await prisma.$executeRawUnsafe(
      `insert into auth_budget as b (key, spent, at) values ($1, 1, clock_timestamp())
       on conflict (key) do update set spent = ${level('$3::float8')} + 1, at = clock_timestamp()
       where ${level('$3::float8')} + 1 <= $2::float8`,
      key,
      most,
      every,
    )
    if (taken) return undefined
    const [row] = await prisma.$queryRawUnsafe<{ wait: number }[]>(
      `select ceil((${level('$3::float8')} + 1 - $2::float8) * $3::float8)::float8 as wait from auth_budget b where key = $1`,
      key,
      most,
      every,
    )
    return Math.max(1, row?.wait ?? 1)
  }
  return {
    async take(budgets) {
      for (const budget of budgets) {
        const wait = await takeOne(budget)
        if (wait !== undefined) return wait
      }
      return undefined
    },
    async giveBack(budgets) {
      await prisma.$executeRawUnsafe(
        `update auth_budget set spent = greatest(0, spent - 1) where key = any($1::text[])`,
        budgets.map(({ key }) => key),
      )
    },
    async forget(keys) {
      await prisma.$executeRawUnsafe(`delete from auth_budget where key = any($1::text[])`, keys)
    },
  }
}
