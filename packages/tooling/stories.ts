import { step } from './progress.ts'
import { inRepository } from './repository.ts'
import { run } from './run.ts'
import { unlessFresh } from './stamp.ts'

/** Every component of the library as its stories show it, built for the tests to walk through. */
export const buildStories = () =>
  unlessFresh('stories', { inputs: ['packages/ui', 'pnpm-lock.yaml'], outputs: ['packages/ui/dist/index.json'] }, () =>
    step(
      'Building the stories',
      async () =>
        void (await run('storybook', ['build', '--output-dir', 'dist', '--disable-telemetry', '--quiet'], {
          in: inRepository('packages/ui'),
        })),
    ),
  )
