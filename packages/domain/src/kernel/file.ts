import type { Id, Moment, PersonId } from './values.ts'

/** 照片, 视频, 文件, 录音: what proves something. C-1, N-2, N-4, E-3 */
export const evidenceKinds = ['photo', 'video', 'document', 'recording'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** A file as a record knows it: its bytes are those of the hash, whatever happens to the store. F-13 */
export type KeptFile = {
  readonly id: Id<'file'>
  /** SHA-256 of the bytes as they came, 64 hexadecimal digits. */
  readonly hash: string
  /** What the bytes are, whatever they were called. X-8 */
  readonly kind: EvidenceKind
  /** Media type, such as `image/jpeg`. */
  readonly type: string
  /** In bytes. */
  readonly size: number
  /** What it was called where it came from. */
  readonly name: string
  readonly by: PersonId
  /** When the last byte had come, by the database's clock. */
  readonly at: Moment
  /** When the camera says it was taken. */
  readonly takenAt?: Moment
  /** The original says where it was taken; what is shown does not. */
  readonly located?: true
}

const isKept = (value: object): value is KeptFile => 'hash' in value && 'kind' in value && 'size' in value
const filesIn = (value: unknown): readonly KeptFile[] => {
  if (typeof value !== 'object' || value === null) return []
  if (Array.isArray(value)) return value.flatMap(filesIn)
  return isKept(value) ? [value] : Object.values(value).flatMap(filesIn)
}

type Showing = { readonly files?: readonly KeptFile[] | undefined }
/** Files once shown stay on the record, whatever is corrected, amended or drafted anew. P-4 */
export const keepingFiles =
  <R extends Showing, E>(evolve: (was: R | undefined, event: E) => R) =>
  (was: R | undefined, event: E): R => {
    const record = evolve(was, event)
    const before = record.files ?? []
    const shown = filesIn(event).filter(({ id }) => !before.some((one) => one.id === id))
    return shown.length ? { ...record, files: [...before, ...shown] } : record
  }
