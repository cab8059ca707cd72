import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inRepository } from './repository.ts'

const notInputs = new Set(['node_modules', 'dist', 'generated', 'gql'])

function* filesUnder(path: string): Generator<string> {
  if (!existsSync(path)) return
  if (statSync(path).isFile()) return yield path
  for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1)))
    if (!notInputs.has(entry.name)) yield* filesUnder(join(path, entry.name))
}

const fingerprint = (inputs: string[]) => {
  const hash = createHash('sha256')
  for (const input of inputs)
    for (const file of filesUnder(inRepository(input))) hash.update(file).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Something made from files: made again only when one of them has changed, or when it is gone. */
export const unlessFresh = async (name: string, from: { inputs: string[]; outputs: string[] }, make: () => Promise<void>) => {
  const stamp = inRepository('node_modules', '.cache', 'lintel', name)
  const now = fingerprint(from.inputs)
  if (from.outputs.every((path) => existsSync(inRepository(path))) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  await make()
  mkdirSync(join(stamp, '..'), { recursive: true })
  // taken before the making: what changed meanwhile is made again next time; what the making itself rewrote is an output
  writeFileSync(stamp, now)
}
