// `npm test`: everything, the browser included. Names of projects or files narrow it: `npm test -- domain`.
import { generate } from './generate.ts'
import { show } from './run.ts'
import { buildScreens } from './screens.ts'
import { buildStories } from './stories.ts'
import { leave } from './stopped.ts'

const projects = ['domain', 'tooling', 'server', 'screens', 'browser']

const test = async (asked: string[]) => {
  await generate()
  // the browser is shown what is served
  if (asked.length === 0 || asked.includes('browser')) await Promise.all([buildScreens(), buildStories()])
  const chosen = asked.filter((one) => projects.includes(one)).flatMap((one) => ['--project', one])
  const files = asked.filter((one) => !projects.includes(one))
  process.exitCode = await show('vitest', ['run', '--config', 'test/vitest.config.ts', ...chosen, ...files])
}

await test(process.argv.slice(2)).catch(leave)
