import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { written } from '../records/document.ts'

/** One line of history, before it has its place in the chain. */
export type Entry = {
  readonly record: string
  readonly seq: number
  readonly noun: string
  readonly project: string | undefined
  readonly type: string
  /** The event as canonical JSON. */
  readonly payload: string
  readonly decision: string
  readonly askedBy: string | undefined
  readonly actor: string
  readonly inNameOf: string | undefined
  readonly at: number
  readonly entered: number
  readonly address: string | undefined
  readonly agent: string | undefined
  readonly key: string
}

/** Before the first event of a record there is nothing to hold on to. */
export const beginning = ''

/** P-3: each event's hash covers the one before it and can be made only by who has the key, which is not in the database. */
export type Chain = (previous: string, entry: Entry) => string

/** HMAC-SHA256 (RFC 2104) with the key's two blocks hashed once, because bulk loads ask for it hundreds of thousands of times. */
export const hmacWith = (key: Buffer) => {
  const block = Buffer.alloc(64)
  ;(key.length > block.length ? createHash('sha256').update(key).digest() : key).copy(block)
  const begun = (pad: number) => createHash('sha256').update(block.map((byte) => byte ^ pad))
  const [inner, outer] = [begun(0x36), begun(0x5c)]
  return (message: string) => outer.copy().update(inner.copy().update(message).digest()).digest('base64url')
}

export const chainWith = (key: Buffer): Chain => {
  const hmac = hmacWith(key)
  return (
    previous,
    { record, seq, noun, project, type, payload, decision, askedBy, actor, inNameOf, at, entered, address, agent, key: command },
  ) =>
    hmac(
      written([previous, record, seq, noun, project, type, decision, askedBy, actor, inNameOf, at, entered, address, agent, command]) +
        payload,
    )
}

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

/** The key from LINTEL_HISTORY_KEY, or from the data folder, where it is made once; only its owner may read it. */
export const historyKey = (dataFolder: string, given = process.env['LINTEL_HISTORY_KEY']): Buffer => {
  if (given) return Buffer.from(given, 'utf8')
  const file = join(dataFolder, 'history.key')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isNodeError(error) || error.code !== 'EEXIST') throw error
  }
  return Buffer.from(readFileSync(file, 'utf8').trim(), 'utf8')
}
