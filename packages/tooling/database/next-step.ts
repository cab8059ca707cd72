import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { run } from '../run.ts'
import { openThrowaway } from './throwaway.ts'

/**
 * The SQL from the checked-in migrations to prisma/*.prisma; nothing where they agree. Prisma asks an empty database
 * that is gone afterwards, never anybody's records.
 */
export const nextStep = async (): Promise<string | undefined> => {
  const shadow = await openThrowaway('shadow')
  const folder = mkdtempSync(join(tmpdir(), 'lintel-migration-'))
  try {
    const url = shadow.urls('shadow').ownerUrl
    const written = join(folder, 'migration.sql')
    await run(
      'prisma',
      ['migrate', 'diff', '--from-migrations', 'prisma/migrations', '--to-schema', 'prisma', '--script', '--output', written],
      { env: { DATABASE_OWNER_URL: url, SHADOW_DATABASE_URL: url } },
    )
    const sql = readFileSync(written, 'utf8').trim()
    return sql.replaceAll(/^--.*$/gm, '').trim() ? `${sql}\n` : undefined
  } finally {
    rmSync(folder, { recursive: true })
    await shadow.stop()
  }
}
