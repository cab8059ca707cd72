// Everything that is generated, in the order in which one needs the other. What is up to date is left alone.
import { existsSync } from 'node:fs'
import { step } from './progress.ts'
import { inRepository } from './repository.ts'
import { run } from './run.ts'
import { unlessFresh } from './stamp.ts'
import { leave } from './stopped.ts'

const schema = 'apps/server/schema.graphql'
const print = 'apps/server/src/schema/print.ts'

const prismaClient = () =>
  unlessFresh(
    'prisma-client',
    {
      inputs: ['prisma', '.config/prisma.ts', 'pnpm-lock.yaml'],
      outputs: ['apps/server/src/generated/prisma/client.ts', 'apps/server/src/generated/pothos-types.ts'],
    },
    () => step('Generating the database client', async () => void (await run('prisma', ['generate']))),
  )

const printedSchema = () =>
  unlessFresh('schema', { inputs: ['apps/server/src', 'packages/domain/src', 'prisma', 'pnpm-lock.yaml'], outputs: [schema] }, () =>
    step('Printing the GraphQL schema', async () => void (await run('node', [print]))),
  )

const typedDocuments = () =>
  unlessFresh(
    'typed-documents',
    { inputs: [schema, 'apps/admin/codegen.ts', 'apps/admin/src', 'pnpm-lock.yaml'], outputs: ['apps/admin/src/gql/graphql.ts'] },
    () =>
      step('Generating the typed documents', async () => {
        await run('graphql-codegen', ['--config', 'codegen.ts'], { in: inRepository('apps/admin') })
      }),
  )

/** State diagrams and the permission table, which people read in the repository. */
const drawings = () =>
  unlessFresh(
    'drawings',
    { inputs: ['packages/domain/src', 'packages/docs/generate.ts'], outputs: ['packages/docs/states.md'] },
    async () => void (await run('node', ['packages/docs/generate.ts'])),
  )

export const generate = async () => {
  await prismaClient()
  if (existsSync(inRepository(print))) await printedSchema()
  if (existsSync(inRepository(schema)) && existsSync(inRepository('apps/admin/codegen.ts'))) await typedDocuments()
  await drawings()
}

if (import.meta.main) await generate().catch(leave)
