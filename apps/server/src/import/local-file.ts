import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Depot } from '../files/depot.ts'

/** A kept file as one of this machine, for as long as it is worked with: a workbook is read here and there, not from front to back. */
export const withLocalFile = async <Result>(depot: Depot, hash: string, work: (path: string) => Promise<Result>): Promise<Result> => {
  const folder = await mkdtemp(join(tmpdir(), 'lintel-import-'))
  try {
    const path = join(folder, 'file')
    await pipeline(await depot.open(hash), createWriteStream(path))
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
