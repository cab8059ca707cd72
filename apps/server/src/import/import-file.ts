import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createZstdDecompress } from 'node:zlib'
import type { PersonId } from '@lintel/domain'
import { Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { openStore } from '../files/store.ts'
import { playApart } from '../jobs/play-apart.ts'
import { openRecords } from '../records/records.ts'
import { importDesk } from './desk.ts'
import { keepFile } from './keep-file.ts'
import type { MappingFile } from './mapping-file.ts'
import { importOf, type ImportRow } from './row.ts'
import { leftToPlay } from './run.ts'
import { importWorker } from './works.ts'

export type ImportOptions = {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly file: string
  readonly mapping: MappingFile
  /** The e-mail of whoever takes the records over; they need the permission to. */
  readonly as: string
  /** Decides everything and keeps nothing. */
  readonly preview?: boolean
  /** One bad line, and nothing is kept. */
  readonly allOrNothing?: boolean
  /** What a record known already has otherwise in the file is changed. */
  readonly applyChanges?: boolean
  readonly onBegun?: (id: string) => void
}
export type LineNote = {
  readonly line: number
  readonly is: string
  readonly field: string
  readonly problem: string
  readonly value: string
}
export type Imported = ImportRow & { readonly notes: readonly LineNote[] }

const unpackings = [
  { ends: '.zst', unpack: createZstdDecompress },
  { ends: '.gz', unpack: createGunzip },
]
/** The file as it is, or unpacked beside. */
const unpacked = async <Result>(path: string, work: (path: string, name: string) => Promise<Result>): Promise<Result> => {
  const packing = unpackings.find(({ ends }) => path.endsWith(ends))
  if (!packing) return work(path, basename(path))
  const folder = await mkdtemp(join(tmpdir(), 'lintel-unpack-'))
  try {
    const to = join(folder, 'file')
    await pipeline(createReadStream(path), packing.unpack(), createWriteStream(to)).catch((error: unknown) => {
      throw new Stopped(`${path} cannot be unpacked (${error instanceof Error ? error.message : String(error)}).`)
    })
    return await work(to, basename(path, packing.ends))
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const shown = 1_000
/**
 * What `npm run import` does: the same import as on the screen, begun and played in this process. Interrupted, it is gone on
 * with by the server, or by taking the file once more: what is known already is left as it is. X-5, C-15
 */
export const importFile = async (options: ImportOptions): Promise<Imported> => {
  const { databaseUrl, dataFolder, file, mapping, as, preview = false, allOrNothing = false, applyChanges = false } = options
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 })
  // a connection that ends while nobody asks on it is no reason to end
  pool.on('error', () => {})
  const records = await openRecords({ pool, dataFolder })
  const { depot } = await openStore(dataFolder)
  try {
    const { rows } = await pool.query<{ id: PersonId }>('select id::text as id from person where lower(email) = lower($1)', [as])
    const person = rows[0]?.id
    const deciding = person && (await records.company()).deciding(person)
    if (!person || !deciding) throw new Stopped(`Nobody here has the e-mail ${as}.`)
    const desk = importDesk({ pool, depot }, { person, may: (permission) => deciding.permissions.has(permission) })
    const begun = await unpacked(file, async (path, name) => {
      const kept = await keepFile(pool, depot, path, name, person)
      if (!kept) throw new Stopped(`${file} is neither csv nor xlsx.`)
      return desk.begin(mapping.kind, kept, mapping.asked)
    })
    if ('refused' in begun)
      throw new Stopped(
        begun.refused === 'NotAllowed' ? `${as} may not take records over.` : `${file} cannot be read (${JSON.stringify(begun.with)}).`,
      )
    options.onBegun?.(begun.id)
    const choices = { allOrNothing, applyChanges }
    const going = preview
      ? await desk.check(begun.id, mapping.mapping, choices)
      : await desk.startAtOnce(begun.id, mapping.mapping, choices)
    if ('refused' in going) throw new Stopped(`${file} cannot be taken over (${going.refused}).`)
    // a server on the same database may have taken it up first: then this waits for it, and goes on where it was killed
    do await playApart(importWorker, { databaseUrl, dataFolder, id: begun.id })
    while (await leftToPlay(pool, begun.id))
    if (preview) await desk.cancel(begun.id)
    const ended = await importOf(pool, begun.id)
    if (!ended) throw new Error('an import is not there any more')
    const notes = await pool.query<LineNote>(
      `select line, "is", field, problem, value from import_line where import_id = $1 order by line limit ${shown}`,
      [begun.id],
    )
    return { ...ended, notes: notes.rows }
  } finally {
    await records.close()
    await pool.end()
  }
}
