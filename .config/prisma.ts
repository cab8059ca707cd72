import { fileURLToPath } from 'node:url'
import { defineConfig } from 'prisma/config'

const at = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

// Prisma would fetch a native engine from its own host; this stand-in drives the WebAssembly one that npm brought
process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ??= at('packages/tooling/schema-engine.mjs')

export default defineConfig({
  schema: at('prisma'),
  migrations: { path: at('prisma/migrations') },
  datasource: {
    url: process.env['DATABASE_OWNER_URL'] ?? 'postgresql://127.0.0.1/lintel',
    ...(process.env['SHADOW_DATABASE_URL'] && { shadowDatabaseUrl: process.env['SHADOW_DATABASE_URL'] }),
  },
})
