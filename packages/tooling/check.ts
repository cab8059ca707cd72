// `npm run check`: what a machine can say about the code, all of it side by side. Names of checks narrow it: `npm run check -- lint`.
import { generate } from './generate.ts'
import { repository } from './repository.ts'
import { listenTo } from './run.ts'
import { leave, Stopped } from './stopped.ts'

type Check = { readonly name: string; readonly finds: string; readonly tool: readonly [string, ...string[]] }

const types = (folder: string): Check => ({
  name: `types of ${folder}`,
  finds: 'types that do not fit',
  tool: ['tsc', '-p', folder, '--pretty', 'false'],
})

/** The longest first: they begin together, and the last to end decides how long one waits. */
const checks: readonly Check[] = [
  ...['test', 'apps/server', 'apps/admin', 'packages/ui', 'packages/tooling', 'packages/domain'].map(types),
  { name: 'lint', finds: 'what is likely a mistake', tool: ['oxlint', '--type-aware', '--format', 'unix'] },
  {
    name: 'imports',
    finds: 'who imports whom must not',
    tool: ['depcruise', '--config', '.config/dependency-cruiser.mjs', 'apps', 'packages', 'test'],
  },
  { name: 'dead code', finds: 'what nobody uses', tool: ['knip', '--no-progress', '--no-config-hints', '--config', '.config/knip.jsonc'] },
  { name: 'format', finds: 'what `npm run format` would change', tool: ['oxfmt', '--check'] },
]

const secondsSince = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`

const perform = async ({ name, finds, tool: [command, ...args] }: Check) => {
  const began = performance.now()
  const { code, output } = await listenTo(command, args, { env: { NO_COLOR: '1', FORCE_COLOR: '0' } })
  const held = code === 0
  console.log(`${held ? '✓' : '✗'} ${name.padEnd(26)} ${secondsSince(began).padStart(7)}${held ? '' : `  ${finds}:`}`)
  if (!held) console.log(`${output.trim().replaceAll(`${repository}/`, '').replace(/^/gm, '    ')}\n`)
  return held
}

const check = async (asked: readonly string[]) => {
  const chosen = asked.length ? checks.filter(({ name }) => asked.some((one) => name.includes(one))) : checks
  if (chosen.length === 0) throw new Stopped(`There is no such check. There are: ${checks.map(({ name }) => name).join(', ')}.`)
  await generate()
  const held = await Promise.all(chosen.map(perform))
  const failed = held.filter((one) => !one).length
  console.log(failed ? `\n${failed} of ${held.length} checks found something` : `\nAll ${held.length} checks held`)
  process.exitCode = failed ? 1 : 0
}

await check(process.argv.slice(2)).catch(leave)
