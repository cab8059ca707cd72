import { mkdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import type { DataStore } from '@tus/server'

/** Where uploads lie until they are whole. */
export type Staging = {
  readonly store: DataStore
  /** A whole upload as a local file, and what to do when it is no longer needed here. */
  local(id: string): Promise<{ readonly path: string; done(): Promise<void> }>
  /** Does nothing where there is nothing. */
  remove(id: string): Promise<void>
}

export const folderStaging = (directory: string): Staging => {
  mkdirSync(directory, { recursive: true })
  return {
    store: new FileStore({ directory }),
    local: async (id) => ({ path: join(directory, id), done: async () => {} }),
    async remove(id) {
      await rm(join(directory, id), { force: true })
      await rm(join(directory, `${id}.json`), { force: true })
    },
  }
}
