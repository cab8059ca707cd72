import { step } from './progress.ts'
import { inRepository } from './repository.ts'
import { run } from './run.ts'
import { unlessFresh } from './stamp.ts'

/** The built screens, made again only when something they are made of has changed. */
export const buildScreens = () =>
  unlessFresh(
    'screens',
    { inputs: ['apps/admin', 'packages/ui', 'apps/server/schema.graphql', 'pnpm-lock.yaml'], outputs: ['apps/admin/dist/index.html'] },
    () =>
      step(
        'Building the screens',
        async () => void (await run('vite', ['build', '--logLevel', 'warn'], { in: inRepository('apps/admin') })),
      ),
  )
