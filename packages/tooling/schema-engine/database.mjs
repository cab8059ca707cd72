// The few things the engine asks of the server itself, and the engine's own way to one database.
import { ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import { PrismaPg } from '@prisma/adapter-pg'
import pg from 'pg'

/** Prisma's URLs carry parameters of its own (`?schema=`), which the driver does not know. */
const plain = (url) => url.replace(/\?.*$/, '')

const schemaOf = (url) => new URL(url).searchParams.get('schema') ?? undefined

const onServer = async (url, work) => {
  const server = new URL(plain(url))
  const database = decodeURIComponent(server.pathname.slice(1))
  server.pathname = '/postgres'
  const client = new pg.Client(server.toString())
  await client.connect()
  try {
    await work(client, client.escapeIdentifier(database))
    return database
  } finally {
    await client.end()
  }
}

export const createDatabase = (url) => onServer(url, (client, name) => client.query(`CREATE DATABASE ${name}`))

export const dropDatabase = (url) => onServer(url, (client, name) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))

export const reachDatabase = async (url) => {
  const client = new pg.Client(plain(url))
  await client.connect()
  await client.end()
}

// ---- catalogue types -----------------------------------------------------------------------------------------
// The engine reads PostgreSQL's catalogue, whose column types the adapter does not know and refuses; they come over
// the wire as text, so they are labelled as text. The engine wants to see "char" as one character, though.

const char = 18
const text = 25
const textArray = 1009
const readAsText = new Set([char, 19, 22, 24, 28, 194, 2205, 2206])
const readAsTexts = new Set([1002, 1003])

const charColumns = new WeakMap()

const relabelled = (result) => {
  for (const [at, field] of (result?.fields ?? []).entries()) {
    if (field.dataTypeID === char) charColumns.set(result.rows, [...(charColumns.get(result.rows) ?? []), at])
    if (readAsText.has(field.dataTypeID)) field.dataTypeID = text
    if (readAsTexts.has(field.dataTypeID)) field.dataTypeID = textArray
  }
  return result
}

class CatalogueClient extends pg.Client {
  query(...question) {
    const callback = question.at(-1)
    if (typeof callback === 'function') return super.query(...question.slice(0, -1), (error, result) => callback(error, relabelled(result)))
    const pending = super.query(...question)
    return typeof pending?.then === 'function' ? pending.then(relabelled) : pending
  }
}

const withChars = (connection) => {
  const ask = connection.queryRaw.bind(connection)
  connection.queryRaw = async (question) => {
    const result = await ask(question)
    for (const at of charColumns.get(result.rows) ?? []) result.columnTypes[at] = ColumnTypeEnum.Character
    return result
  }
  return connection
}

// ---- connections ---------------------------------------------------------------------------------------------

/** Opens the engine's connections, and the shadow database in which it replays the migrations. */
export class Connections extends PrismaPg {
  #url
  #shadowUrl
  #pool
  #closing = []

  constructor(url, shadowUrl) {
    const pool = new pg.Pool({ connectionString: plain(url), max: 4, Client: CatalogueClient })
    super(pool, { schema: schemaOf(url) })
    this.#url = url
    this.#shadowUrl = shadowUrl
    this.#pool = pool
  }

  async connect() {
    const connection = withChars(await super.connect())
    // the adapter cuts scripts at every semicolon, which breaks function bodies; PostgreSQL takes them whole
    connection.executeScript = async (script) => {
      try {
        await connection.underlyingDriver().query(script)
      } catch (error) {
        connection.onError(error)
      }
    }
    return connection
  }

  async connectToShadowDb() {
    const url = this.#shadowUrl ?? (await this.#makeShadowDatabase())
    const shadow = new Connections(url)
    this.#closing.unshift(() => shadow.close()) // before it is dropped
    return shadow.connect()
  }

  async #makeShadowDatabase() {
    const url = new URL(this.#url)
    url.pathname = `/prisma_migrate_shadow_db_${crypto.randomUUID()}`
    await createDatabase(url.toString())
    this.#closing.push(() => dropDatabase(url.toString()))
    return url.toString()
  }

  async close() {
    for (const close of this.#closing.splice(0)) await close()
    await this.#pool.end()
  }
}
