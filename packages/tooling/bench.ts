// `npm run bench`: what takes how long at which size, on throw-away databases; see test/bench. `-- import` measures imports, `-- scroll` the table.
import { generate } from './generate.ts'
import { show } from './run.ts'
import { leave } from './stopped.ts'

const bench = async ([which = 'main', ...asked]: string[]) => {
  await generate()
  process.exitCode = await show('node', [`test/bench/${which}.ts`, ...asked])
}

await bench(process.argv.slice(2)).catch(leave)
