import type { EvidenceKind } from './evidence.ts'
import type { Uploaded } from './uploads.tsx'

/** One proof as a form holds it: a file, on its way or here, or a paper that lies somewhere. */
export type EvidenceEntry = {
  key: string
  title: string
  file?: Uploaded
  /** The name of a file that has not come whole. */
  coming?: string
  refused?: string
  paper?: { kind?: EvidenceKind; reference: string }
}

const isEntry = (value: unknown): value is EvidenceEntry =>
  typeof value === 'object' && value !== null && 'key' in value && 'title' in value
export const entriesFrom = (typed: unknown): readonly EvidenceEntry[] => (Array.isArray(typed) ? typed.filter(isEntry) : [])

type Read = { value: unknown } | { problem: 'evidenceComing' | 'evidenceRefused' | 'required'; at: number }
/** What is sent of the proofs; a file is called by its name where nobody gave it a title. */
export const readEntries = (typed: unknown): Read | undefined => {
  const entries = entriesFrom(typed)
  if (entries.length === 0) return undefined
  for (const [at, { coming, refused, title, paper }] of entries.entries()) {
    if (refused !== undefined) return { problem: 'evidenceRefused', at }
    if (coming !== undefined) return { problem: 'evidenceComing', at }
    if (paper && title.trim() === '') return { problem: 'required', at }
  }
  return {
    value: entries.map(({ title, file, paper }) => ({
      kind: file?.kind ?? paper?.kind ?? 'document',
      title: title.trim() || (file?.name ?? ''),
      ...(file ? { file: file.id } : {}),
      ...(paper?.reference.trim() ? { reference: paper.reference.trim() } : {}),
    })),
  }
}
