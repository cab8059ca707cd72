/** 照片, 视频, 文件, 录音 */
export type EvidenceKind = 'photo' | 'video' | 'document' | 'recording'

/** A file on the server, with the addresses of what is shown of it. */
export type ShownFile = {
  id: string
  name: string
  /** In bytes. */
  size: number
  type: string
  thumbnail?: string
  picture?: string
  film?: string
  sound?: string
  /** As it came, to be saved, for whom it is open. */
  save?: string
  at: string
  who?: string
  takenAt?: string
  /** The original says where it was taken; what is shown does not. */
  located: boolean
}

/** What proves something: a file, or where the paper lies. */
export type EvidenceItem = { id: string; kind: EvidenceKind; title: string; note?: string; file?: ShownFile }

export type Standing = 'unaltered' | 'altered' | 'missing'

/** `2.4 MB` */
export const fileSize = (bytes: number) =>
  bytes < 1024 * 1024
    ? `${Math.max(1, Math.round(bytes / 1024))} KB`
    : `${(bytes / 1024 / 1024).toFixed(bytes < 10 * 1024 * 1024 ? 1 : 0)} MB`

export const opens = ({ file }: EvidenceItem) => file?.picture !== undefined || file?.film !== undefined
