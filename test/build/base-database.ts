import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { migrate } from '@lintel/tooling/database/migrate.ts'
import { openThrowaway } from '@lintel/tooling/database/throwaway.ts'
import type { TestProject } from 'vitest/node'
import { foundCompany } from './company.ts'

/** One throw-away PostgreSQL for the run, with a small company in it; every test takes a copy. */
export default async (project: TestProject) => {
  const throwaway = await openThrowaway('base')
  const dataFolder = mkdtempSync(join(tmpdir(), 'lintel-test-'))
  const { ownerUrl, databaseUrl, superuserUrl } = throwaway.urls('base')
  await migrate({ ownerUrl, role: new URL(databaseUrl).username })
  await foundCompany({ databaseUrl, dataFolder })
  project.provide('base', { ownerUrl, databaseUrl, superuserUrl, dataFolder })
  return async () => {
    await throwaway.stop()
    rmSync(dataFolder, { recursive: true, force: true })
  }
}

declare module 'vitest' {
  export interface ProvidedContext {
    base: { readonly ownerUrl: string; readonly databaseUrl: string; readonly superuserUrl: string; readonly dataFolder: string }
  }
}
