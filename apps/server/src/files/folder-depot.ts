import { randomUUID } from 'node:crypto'
import { constants, createReadStream } from 'node:fs'
import { access, copyFile, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Missing, type Depot } from './depot.ts'

const isThere = (path: string) =>
  access(path, constants.R_OK).then(
    () => true,
    () => false,
  )

/** Bytes in a folder of this machine: `ab/cd/abcd…`. */
export const folderDepot = (folder: string): Depot => {
  const place = (name: string) => join(folder, name.slice(0, 2), name.slice(2, 4), name)
  return {
    async put(name, path) {
      const to = place(name)
      if (await isThere(to)) return
      await mkdir(dirname(to), { recursive: true })
      // whole and on the disk under another name first, so that a name never means half of its bytes. REL-2
      const coming = `${to}.${randomUUID()}`
      try {
        await copyFile(path, coming, constants.COPYFILE_FICLONE)
        const written = await open(coming, 'r+')
        await written.sync().finally(() => written.close())
        await rename(coming, to)
      } catch (error) {
        await rm(coming, { force: true })
        throw error
      }
    },
    has: (name) => isThere(place(name)),
    async open(name, range) {
      if (!(await isThere(place(name)))) throw new Missing(name)
      return createReadStream(place(name), range ? { start: range.from, end: range.to } : {})
    },
    remove: (name) => rm(place(name), { force: true }),
  }
}
