import { mkdirSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { log } from '../log/log.ts'

/** How far a record's history went at some moment, kept where the database cannot reach. P-3 */
export type Head = { readonly noun: string; readonly record: string; readonly seq: number; readonly hash: string }

export type Checkpoints = {
  /** Written behind the answer; many at once become one write and one sync. */
  add(heads: readonly Head[]): void
  /** Everything added so far is on the disk. */
  settled(): Promise<void>
  close(): Promise<void>
}

export const checkpointFile = (dataFolder: string) => join(dataFolder, 'history', 'heads.jsonl')

const line = ({ noun, record, seq, hash }: Head) => JSON.stringify([noun, record, seq, hash])

export const openCheckpoints = async (dataFolder: string): Promise<Checkpoints> => {
  const path = checkpointFile(dataFolder)
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const file = await open(path, 'a', 0o600)
  // a line that an earlier process was killed in ends here
  let waiting: string[] = ['']
  let writing: Promise<void> | undefined

  const drain = async () => {
    while (waiting.length) {
      const lines = waiting
      waiting = []
      try {
        // one write of whole lines at the end of the file: processes that share it do not mix theirs
        await file.appendFile(`${lines.join('\n')}\n`)
        await file.datasync()
      } catch (error) {
        // a full disk is no reason to forget them: they go with the next ones
        waiting = [...lines, ...waiting]
        log.error({ error }, 'Checkpoints of the history could not be written and wait for the next change')
        break
      }
    }
    writing = undefined
  }
  return {
    add(heads) {
      for (const head of heads) waiting.push(line(head))
      if (heads.length) writing ??= drain()
    },
    settled: async () => writing,
    async close() {
      await writing
      await file.close()
    },
  }
}

const written = /^\["(\w+)","([0-9a-f-]{36})",(\d+),"([\w-]+)"\]$/

/** The furthest head of every record. A line cut off by a crash is passed over. */
export const readCheckpoints = async (dataFolder: string): Promise<ReadonlyMap<string, Head>> => {
  const heads = new Map<string, Head>()
  const text = await readFile(checkpointFile(dataFolder), 'utf8').catch(() => '')
  for (const one of text.split('\n')) {
    const found = written.exec(one)
    if (!found) continue
    const [, noun = '', record = '', number = '', hash = ''] = found
    const seq = Number(number)
    if (seq >= (heads.get(record)?.seq ?? 0)) heads.set(record, { noun, record, seq, hash })
  }
  return heads
}
