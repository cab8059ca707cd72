import react from '@vitejs/plugin-react'
import { defineConfig, type UserProjectConfigExport } from 'vitest/config'

// what Node itself would load: graphql offers a development build beside it, and two of them would not know each other's schemas; others
// offer a build for bundlers that Node cannot read
const oneGraphql = {
  resolve: { conditions: ['node', 'module-sync', 'default'], externalConditions: ['node', 'default'] },
}
const onNode = (name: string, include: string[], more: object = {}): UserProjectConfigExport => ({
  ssr: oneGraphql,
  // a busy machine is slow, not wrong
  test: { name, include, environment: 'node', testTimeout: 60_000, hookTimeout: 60_000, expect: { poll: { timeout: 30_000 } }, ...more },
})
const onDatabase = { globalSetup: ['./test/build/base-database.ts'] }

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    retry: 0,
    // two cores are what a test may count on; what keeps both busy by itself comes in a turn of its own
    maxWorkers: 2,
    reporters: ['default', './test/closing-line.ts'],
    projects: [
      // nothing of the domain outlives a test, so its files share a worker
      onNode('domain', ['packages/domain/src/**/*.test.ts'], { isolate: false }),
      onNode('tooling', ['packages/tooling/**/*.test.ts'], { maxWorkers: 1, sequence: { groupOrder: 1 }, testTimeout: 180_000 }),
      onNode('server', ['test/server/**/*.test.ts', 'apps/server/src/**/*.test.ts'], onDatabase),
      {
        plugins: [react()],
        test: {
          name: 'screens',
          include: ['packages/ui/src/**/*.test.{ts,tsx}', 'apps/admin/src/**/*.test.{ts,tsx}'],
          environment: 'jsdom',
          setupFiles: ['./test/build/screen.ts'],
          testTimeout: 30_000,
        },
      },
      onNode('browser', ['test/browser/**/*.test.ts'], { ...onDatabase, sequence: { groupOrder: 2 }, testTimeout: 180_000 }),
    ],
  },
})
