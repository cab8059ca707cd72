// npm run migration -- NAME: writes the SQL that brings the database from the checked-in migrations to prisma/*.prisma,
// for its author to read and complete. It asks two empty databases that are gone afterwards, never anybody's records.
import pg from 'pg'
import { openThrowaway } from './database/throwaway.ts'
import { owner } from './database/roles.ts'
import { step } from './progress.ts'
import { show } from './run.ts'
import { leave, Stopped } from './stopped.ts'

const createShadow = async (superuserUrl: string) => {
  const client = new pg.Client(superuserUrl)
  await client.connect()
  await client.query(`create database shadow owner ${owner}`)
  await client.end()
}

const write = async (name: string | undefined) => {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Stopped('Say what the migration does, in small letters, digits and underscores: npm run migration -- fines_have_a_floor')

  const postgres = await step('Starting an empty database', () => openThrowaway('lintel'))
  try {
    await createShadow(postgres.urls('postgres').superuserUrl)
    return await show('prisma', ['migrate', 'dev', '--create-only', '--name', name], {
      env: { DATABASE_OWNER_URL: postgres.urls('lintel').ownerUrl, SHADOW_DATABASE_URL: postgres.urls('shadow').ownerUrl },
    })
  } finally {
    await postgres.stop()
  }
}

process.exitCode = await write(process.argv[2]).catch(leave)
