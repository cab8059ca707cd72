// `npm run storybook`: every component of the library, in both languages and themes, each story made anew when its files change.
import { inRepository } from './repository.ts'
import { show } from './run.ts'
import { leave } from './stopped.ts'

const storybook = async () => {
  const port = process.env['PORT'] ?? '6006'
  const asked = ['dev', '--host', '127.0.0.1', '--port', port, '--exact-port', '--no-open', '--no-version-updates', '--disable-telemetry']
  process.exitCode = await show('storybook', asked, { in: inRepository('packages/ui') })
}

await storybook().catch(leave)
