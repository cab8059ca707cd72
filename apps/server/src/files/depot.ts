import type { Readable } from 'node:stream'

/** Bytes `from` … `to`, both included, as HTTP counts them. */
export type Range = { readonly from: number; readonly to: number }

/** Where bytes are kept, each under the name of what they are. A name is written once and always means the same bytes. */
export type Depot = {
  /** Takes the bytes of a local file; bytes that are there already are left alone. */
  put(name: string, path: string): Promise<void>
  has(name: string): Promise<boolean>
  /** Fails with `Missing` where there is nothing of that name. */
  open(name: string, range?: Range): Promise<Readable>
  /** Does nothing where there is nothing. */
  remove(name: string): Promise<void>
}

export class Missing extends Error {
  override readonly name = 'Missing'
}

/** What is made of a file's bytes, and under which name it lies beside them. */
export const parts = ['original', 'picture', 'thumbnail'] as const
export type Part = (typeof parts)[number]
export const nameOf = (hash: string, part: Part) => (part === 'original' ? hash : `${hash}.${part}`)
