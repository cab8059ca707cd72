import { createWriteStream } from 'node:fs'
import { chmod, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createZstdCompress } from 'node:zlib'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { pack, type Pack } from 'tar-stream'
import { Missing, nameOf as fileName, parts } from '../files/depot.ts'
import { openStore } from '../files/store.ts'
import { checkpointFile } from '../history/checkpoints.ts'
import { columnsOf, migrationsIn, nameOf, summaryOf, tablesIn, type Manifest, type Summary } from './contents.ts'

/** A table goes in pieces of about this size, so that any table fits in memory. */
const piece = 8 * 1024 * 1024

const put = (tar: Pack, name: string, body: Buffer | string) =>
  new Promise<void>((resolve, reject) => tar.entry({ name }, body, (error) => (error ? reject(error) : resolve())))

const table = async (client: pg.Client, tar: Pack, of: Manifest['tables'][number]) => {
  const rows = client.query(copyTo(`copy (select ${columnsOf(of)} from ${nameOf(of)}) to stdout`))
  let waiting: Buffer[] = []
  let size = 0
  let n = 0
  const flush = async () => {
    await put(tar, `tables/${of.name}/${String(n++).padStart(6, '0')}`, Buffer.concat(waiting))
    waiting = []
    size = 0
  }
  for await (const chunk of rows) {
    waiting.push(chunk as Buffer)
    size += (chunk as Buffer).length
    if (size >= piece) await flush()
  }
  if (size > 0) await flush()
}

/** Bytes of evidence, as they came and as they are shown; what is not there any more is told by the restore's own check. */
const evidence = async (client: pg.Client, tar: Pack, dataFolder: string) => {
  const { depot } = await openStore(dataFolder)
  const { rows } = await client.query<{ hash: string }>('select distinct hash from file order by hash')
  for (const { hash } of rows)
    for (const part of parts) {
      const name = fileName(hash, part)
      try {
        const bytes: Buffer[] = []
        for await (const chunk of await depot.open(name)) bytes.push(chunk as Buffer)
        await put(tar, `files/${name}`, Buffer.concat(bytes))
      } catch (error) {
        if (!(error instanceof Missing)) throw error
      }
    }
}

export type BackedUp = { readonly file: string; readonly keys: string; readonly summary: Summary }

/**
 * Everything as of one moment, while people go on working: tables as PostgreSQL writes them, and the files of evidence.
 * Keys and checkpoints lie beside it in a file of their own, which belongs to another place: together with the backup they
 * could make the history anew. The file has its name once it is whole.
 */
export const backUp = async ({ ownerUrl, dataFolder, file }: { ownerUrl: string; dataFolder: string; file: string }): Promise<BackedUp> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'lintel backup', options: '-c statement_timeout=0' })
  await client.connect()
  const tar = pack()
  const text = (path: string) => readFile(path, 'utf8').catch(() => '')
  // before the moment of the backup: what is known of the history by then is in it
  const heads = await text(checkpointFile(dataFolder))
  const coming = `${file}.coming`
  try {
    await client.query(`begin isolation level repeatable read read only; select set_config('lintel.projects', '*', true)`)
    const tables = await tablesIn(client)
    const manifest: Manifest = { lintelBackup: 1, madeAt: new Date().toISOString(), migrations: await migrationsIn(client), tables }
    const writing = pipeline(tar, createZstdCompress(), createWriteStream(coming, { mode: 0o600 }))
    // its failure is met at the await below
    writing.catch(() => {})
    await put(tar, 'manifest.json', JSON.stringify(manifest))
    for (const one of tables) await table(client, tar, one)
    await evidence(client, tar, dataFolder)
    const summary = await summaryOf(client, tables)
    await put(tar, 'summary.json', JSON.stringify(summary))
    tar.finalize()
    await writing
    await client.query('commit')
    const keys = `${file}.keys`
    await writeFile(
      keys,
      JSON.stringify({
        history: await text(join(dataFolder, 'history.key')),
        auth: await text(join(dataFolder, 'auth.secret')),
        heads,
      }),
      { mode: 0o600 },
    )
    await chmod(keys, 0o600)
    await rename(coming, file)
    return { file, keys, summary }
  } catch (error) {
    tar.destroy()
    await rm(coming, { force: true })
    throw error
  } finally {
    await client.end().catch(() => {})
  }
}
