#!/usr/bin/env node
// Stands where Prisma's CLI expects its native `schema-engine` binary (see .config/prisma.ts), which npm does not
// bring: the same flags, and JSON-RPC by lines over stdin and stdout, answered by the WebAssembly engine that it does.
// For authors of migrations; running Lintel needs no engine (see database/migrate.ts). Plain JavaScript, so that a
// `prisma` started with any Node works.
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { createDatabase, dropDatabase, reachDatabase } from './schema-engine/database.mjs'
import { lastPanic, openEngine } from './schema-engine/engine.mjs'

const flags = process.argv.slice(2)
const valuesOf = (flag) => flags.flatMap((value, at) => (flags[at - 1] === flag ? [value] : []))

const datasource = JSON.parse(valuesOf('--datasource')[0] ?? '{}')

const send = (message) => process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

const log = (level, message, more = {}) =>
  process.stderr.write(
    `${JSON.stringify({ timestamp: new Date().toISOString(), level, fields: { message, ...more }, target: 'schema_engine::logger' })}\n`,
  )

const fail = (code, message, more) => {
  log('INFO', 'schema engine') // the CLI takes the second line for the error
  log('ERROR', message, more)
  process.exitCode = code
}

// ---- one command, one exit code ------------------------------------------------------------------------------

const commands = {
  'can-connect-to-database': reachDatabase,
  'create-database': createDatabase,
  'drop-database': dropDatabase,
}

/** What PostgreSQL calls it, and what Prisma's CLI calls it; anything else is P1001, "can't reach the server". */
const prismaCodes = { '3D000': 'P1003', '28P01': 'P1000', 28000: 'P1000' }

const runCommand = async (name) => {
  try {
    await commands[name](datasource.url)
  } catch (error) {
    fail(1, error.message || error.code, { is_panic: false, error_code: prismaCodes[error.code] ?? 'P1001' })
  }
}

// ---- a conversation ------------------------------------------------------------------------------------------

const answer = async (method, params) => {
  if (method === 'createDatabase') return { databaseName: await createDatabase(params?.datasource?.url ?? datasource.url) }

  const datamodels = valuesOf('--datamodels').map((file) => [file, readFileSync(file, 'utf8')])
  const { engine, close } = await openEngine(datasource, datamodels)
  try {
    // both compare with a shadow database, which this engine only has after a diagnosis
    if (method === 'evaluateDataLoss' || method === 'createMigration')
      await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })

    const result = await engine[method === 'getDatabaseVersion' ? 'version' : method](params)

    // the native engine prints by a request of its own to the CLI
    if (method === 'diff' && typeof result?.stdout === 'string')
      send({ id: 1_000_000, method: 'print', params: { content: result.stdout } })
    return result ?? {}
  } finally {
    await close()
  }
}

const converse = () => {
  let previous = Promise.resolve()
  createInterface({ input: process.stdin }).on('line', (line) => {
    const request = line.trim() ? JSON.parse(line) : {}
    if (!request.method) return // the CLI's answer to a print request

    previous = previous.then(async () => {
      try {
        send({ id: request.id, result: await answer(request.method, request.params) })
      } catch (error) {
        const data = { is_panic: false, message: error?.message ?? String(error), ...(error?.code && { error_code: error.code }) }
        send({ id: request.id, error: { code: 4466, message: 'See data.', data } })
      }
    })
  })
}

process.on('uncaughtException', (error) => {
  fail(101, lastPanic() ?? error.stack, { is_panic: true })
  process.exit(101)
})

if (flags.includes('--version')) console.log('schema-engine-cli (WebAssembly)')
else if (flags.includes('cli')) await runCommand(flags[flags.indexOf('cli') + 1])
else converse()
