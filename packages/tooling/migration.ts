// npm run migration -- NAME: writes the SQL that brings the database from the checked-in migrations to prisma/*.prisma,
// for its author to read and complete. It asks nothing, so it works in scripts too.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { migrationsFolder } from './database/migrate.ts'
import { nextStep } from './database/next-step.ts'
import { say, step } from './progress.ts'
import { repository } from './repository.ts'
import { leave, Stopped } from './stopped.ts'

const now = () => new Date().toISOString().replaceAll(/\D/g, '').slice(0, 14)

const write = async (name: string | undefined) => {
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Stopped('Say what the migration does, in small letters, digits and underscores: npm run migration -- fines_have_a_floor')

  const sql = await step('Comparing the migrations with prisma/*.prisma', nextStep)
  const folder = join(migrationsFolder, `${now()}_${name}`)
  mkdirSync(folder)
  writeFileSync(join(folder, 'migration.sql'), sql ?? '-- prisma/*.prisma asks for nothing new: this is for SQL of your own\n')
  say(`${relative(repository, folder)}/migration.sql: read it, and complete it`)
}

await write(process.argv[2]).catch(leave)
