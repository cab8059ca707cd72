// `npm run soak`: what is promised of servers and databases that are killed, shown on a database folder of its own; see test/soak.
import { generate } from './generate.ts'
import { show } from './run.ts'
import { leave } from './stopped.ts'

const soak = async (asked: string[]) => {
  await generate()
  process.exitCode = await show('node', ['test/soak/main.ts', ...asked])
}

await soak(process.argv.slice(2)).catch(leave)
