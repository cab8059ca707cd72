import type { Moment } from '@lintel/domain'
import { Stopped } from '@lintel/tooling/stopped.ts'
import { must, setUp } from './set-up.ts'
import { openServices } from '../services.ts'

type Options = {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly baseUrl: string
  readonly administrator: string | undefined
}

/** An empty database becomes a company of one: its settings, its positions and its first administrator, who gets a link to set a password. */
export const foundCompany = async ({ databaseUrl, dataFolder, baseUrl, administrator }: Options) => {
  if (!administrator || !/^[^@\s]+@[^@\s]+$/.test(administrator))
    throw new Stopped(
      'LINTEL_ADMIN_EMAIL: the database is empty; give the e-mail address of the first administrator (or start with -- --demo to try demo records).',
    )
  const services = await openServices({ databaseUrl, dataFolder, baseUrl })
  try {
    const name = administrator.split('@')[0] ?? administrator
    const person = {
      name,
      email: administrator,
      positions: ['administrator'],
      allProjects: true,
      projects: [],
      onDuty: false,
      categories: [],
      language: 'zh',
    }
    const id = await services.records.bulk(async (bulk) => {
      const now = Date.now() as Moment
      await setUp(bulk, now)
      return must(bulk, 'person.add', person, `administrator ${administrator}`, now)
    })
    console.log(`\n  ${administrator} sets a password at ${await services.auth.invite({ id, name, email: administrator })}\n`)
  } finally {
    await services.close()
  }
}
