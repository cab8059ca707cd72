// `npm run bench`: what takes how long at which size, on throw-away databases; see test/bench.
import { generate } from './generate.ts'
import { show } from './run.ts'
import { leave } from './stopped.ts'

const bench = async (asked: string[]) => {
  await generate()
  process.exitCode = await show('node', ['test/bench/main.ts', ...asked])
}

await bench(process.argv.slice(2)).catch(leave)
