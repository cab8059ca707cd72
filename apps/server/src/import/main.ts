// What `npm run import` runs once the database is ready: the arguments, and what became of the file.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { leave, Stopped } from '@lintel/tooling/stopped.ts'
import pg from 'pg'
import { importFile, type Imported } from './import-file.ts'
import { readMappingFile } from './mapping-file.ts'
import { importOf } from './row.ts'

const usage = `npm run import -- FILE --mapping MAPPING.json --as EMAIL [--preview] [--all-or-nothing] [--apply-changes]

  FILE              csv or xlsx, or either packed by zstd or gzip
  --mapping         what is imported and which column each input comes from (packages/docs/how-to/import-records.md)
  --as              the e-mail of whoever takes the records over
  --preview         decide everything, show the first records and every error, keep nothing
  --all-or-nothing  keep nothing if one line has an error; without it, the good lines are kept
  --apply-changes   change records known already where the file says otherwise; without it, they are listed`

const shownNotes = 50

const read = (asked: string[]) => {
  try {
    const { values, positionals } = parseArgs({
      args: asked,
      allowPositionals: true,
      options: {
        mapping: { type: 'string' },
        as: { type: 'string' },
        preview: { type: 'boolean', default: false },
        'all-or-nothing': { type: 'boolean', default: false },
        'apply-changes': { type: 'boolean', default: false },
      },
    })
    const [file, ...more] = positionals
    if (!file || more.length || !values.mapping || !values.as) throw new Error('one file, a mapping and an e-mail are needed')
    // paths are meant from where npm was called
    const at = (path: string) => resolve(process.env['INIT_CWD'] ?? '.', path)
    if (!existsSync(at(file))) throw new Stopped(`${file} is not there.`)
    return {
      file: at(file),
      mapping: readMappingFile(at(values.mapping)),
      as: values.as,
      preview: values.preview,
      allOrNothing: values['all-or-nothing'],
      applyChanges: values['apply-changes'],
    }
  } catch (error) {
    if (error instanceof Stopped) throw error
    throw new Stopped(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

const report = ({ read: lines, taken, changed, known, differing, errors, sample, notes, state, why }: Imported, preview: boolean) => {
  if (preview) for (const { values } of sample ?? []) console.log(`  ${JSON.stringify(values)}`)
  const bad = notes.filter(({ is }) => is === 'error')
  for (const { line, field, problem, value } of bad.slice(0, shownNotes))
    console.log(`  line ${line}: ${[field, value, problem].filter(Boolean).join(': ')}`)
  if (errors > shownNotes) console.log(`  … and ${errors - shownNotes} more lines with errors`)
  if (state === 'failed') console.log(`  The file cannot be read to its end: ${why ?? ''}`)
  const kept = state === 'done' || (state === 'failed' && taken > 0)
  console.log(
    `${lines} records: ${taken} ${kept ? 'taken over' : 'could be taken over'}, ${changed} changed, ${known} known already, ${differing} known with differences, ${errors} with errors${kept ? '' : '; nothing was kept'}`,
  )
}

const main = async () => {
  const { DATABASE_URL: databaseUrl, LINTEL_DATA: dataFolder } = process.env
  const asked = read(process.argv.slice(2))
  if (!databaseUrl || !dataFolder) throw new Stopped('Start it by npm run import, which readies the database.')
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 1 })
  // a connection that ends while nobody asks on it is no reason to end
  pool.on('error', () => {})
  let id = ''
  const said = setInterval(() => {
    void importOf(pool, id).then(
      (row) => row && console.log(`  ${row.read} records …`),
      () => {},
    )
  }, 5000)
  const imported = await importFile({ ...asked, databaseUrl, dataFolder, onBegun: (begun) => (id = begun) }).finally(async () => {
    clearInterval(said)
    await pool.end()
  })
  report(imported, asked.preview)
  if (imported.errors || imported.state === 'failed') process.exitCode = 1
}

await main().catch(leave)
