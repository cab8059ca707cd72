import { createContext, use, type ReactNode } from 'react'
import type { EvidenceKind } from './evidence.ts'

/** A file that the server has, on no record yet. */
export type Uploaded = { id: string; kind: EvidenceKind; name: string; size: number }

/** What becomes of a file on its way. */
export type UploadEvents = {
  onProgress: (share: number) => void
  /** No network: it goes on by itself when there is one again. */
  onWaiting: () => void
  onDone: (file: Uploaded) => void
  onRefused: (message: string) => void
}
export type Sending = {
  /** Ends it; with `forever` what came of it is thrown away, otherwise the same file goes on where it stopped. */
  stop: (forever: boolean) => void
  goOn: () => void
}
export type Uploads = {
  /** Media types the server takes. */
  accepts: () => Promise<readonly string[]>
  send: (file: File, events: UploadEvents) => Sending
  /** The address of an uploaded file's small picture. */
  thumbnail: (id: string) => string
}

const UploadsContext = createContext<Uploads | undefined>(undefined)
/** The way files go; the library itself knows no server. */
export const UploadsProvider = ({ uploads, children }: { uploads: Uploads; children: ReactNode }) => (
  <UploadsContext value={uploads}>{children}</UploadsContext>
)
export const useUploads = () => {
  const uploads = use(UploadsContext)
  if (!uploads) throw new Error('files are asked for where none can be sent')
  return uploads
}
