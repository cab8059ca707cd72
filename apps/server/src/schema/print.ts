// Prints the schema to apps/server/schema.graphql, which is checked in: what a client may rely on changes in sight.
import { writeFileSync } from 'node:fs'
import { lexicographicSortSchema, printSchema } from 'graphql'
import { unguarded } from './index.ts'

writeFileSync(new URL('../../schema.graphql', import.meta.url), `${printSchema(lexicographicSortSchema(unguarded))}\n`)
