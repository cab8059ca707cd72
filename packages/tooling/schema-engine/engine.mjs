import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Connections } from './database.mjs'

const require = createRequire(import.meta.url)

let panic
export const lastPanic = () => panic

// the name is the engine's own: it leaves its last words there
globalThis.PRISMA_WASM_PANIC_REGISTRY = { set_message: (message) => (panic = message) }

/** The package is made for bundlers: its glue and its module are joined here by hand, as a bundler would. */
const load = async () => {
  const glueFile = require.resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  const glue = await import(glueFile)
  const module = readFileSync(glueFile.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue })
  glue.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()
  return glue.SchemaEngine
}

let loading

export const openEngine = async (datasource, datamodels) => {
  const SchemaEngine = await (loading ??= load())
  const connections = new Connections(datasource.url, datasource.shadowDatabaseUrl)
  const options = { datamodels: datamodels.length > 0 ? datamodels : undefined }
  const engine = await SchemaEngine.new(options, () => {}, bindMigrationAwareSqlAdapterFactory(connections))
  return { engine, close: () => connections.close() }
}
