// What `npm run import` runs once the database is ready: the arguments, and what became of the file.
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { leave, Stopped } from '@lintel/tooling/stopped.ts'
import { importFile, type Imported } from './import.ts'
import { readMappingFile } from './mapping-file.ts'

const usage = `npm run import -- FILE --mapping MAPPING.json --as EMAIL [--preview] [--all-or-nothing]

  FILE              csv, or csv packed by zstd or gzip
  --mapping         which column each input comes from (packages/docs/how-to/import-records.md)
  --as              the e-mail of whoever takes the records over
  --preview         decide everything, show the first records and every error, keep nothing
  --all-or-nothing  keep nothing if one line has an error; without it, the good lines are kept`

const shownErrors = 50

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
    }
  } catch (error) {
    if (error instanceof Stopped) throw error
    throw new Stopped(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
  }
}

const report = ({ lines, taken, known, errors, sample, kept }: Imported, preview: boolean) => {
  if (preview) for (const one of sample) console.log(`  ${JSON.stringify(one)}`)
  for (const { line, field, problem } of errors.slice(0, shownErrors))
    console.log(`  line ${line}: ${[field, problem].filter(Boolean).join(': ')}`)
  if (errors.length > shownErrors) console.log(`  … and ${errors.length - shownErrors} more lines with errors`)
  console.log(
    `${lines} records: ${taken} ${kept ? 'taken over' : 'could be taken over'}, ${known} known already, ${errors.length} with errors${kept ? '' : '; nothing was kept'}`,
  )
}

const main = async () => {
  const { DATABASE_URL: databaseUrl, LINTEL_DATA: dataFolder } = process.env
  const asked = read(process.argv.slice(2))
  if (!databaseUrl || !dataFolder) throw new Stopped('Start it by npm run import, which readies the database.')
  const said = setInterval(() => console.log(`  Reading … ${lines} records`), 5000)
  let lines = 0
  const imported = await importFile({ ...asked, databaseUrl, dataFolder, onProgress: (now) => (lines = now) }).finally(() =>
    clearInterval(said),
  )
  report(imported, asked.preview)
  if (imported.errors.length) process.exitCode = 1
}

await main().catch(leave)
