import type { EvidenceKind, Rules } from '@lintel/domain'

type Type = { readonly kind: EvidenceKind; readonly extensions: readonly [string, ...string[]] }
const photo = (...extensions: Type['extensions']): Type => ({ kind: 'photo', extensions })
const video = (...extensions: Type['extensions']): Type => ({ kind: 'video', extensions })
const recording = (...extensions: Type['extensions']): Type => ({ kind: 'recording', extensions })
const document = (...extensions: Type['extensions']): Type => ({ kind: 'document', extensions })
const office = 'application/vnd.openxmlformats-officedocument.'

/** What may be kept as evidence, by media type; what is not here is refused. X-8 */
export const types: Readonly<Record<string, Type>> = {
  'image/jpeg': photo('jpg', 'jpeg', 'jfif'),
  'image/png': photo('png'),
  'image/webp': photo('webp'),
  'image/gif': photo('gif'),
  'image/avif': photo('avif'),
  'image/heic': photo('heic'),
  'image/heif': photo('heif', 'heic'),
  'video/mp4': video('mp4', 'm4v'),
  'video/quicktime': video('mov'),
  'video/3gpp': video('3gp'),
  'video/webm': video('webm'),
  'audio/mpeg': recording('mp3'),
  'audio/x-m4a': recording('m4a'),
  'audio/mp4': recording('m4a', 'mp4'),
  'audio/aac': recording('aac'),
  'audio/amr': recording('amr'),
  'audio/wav': recording('wav'),
  'audio/ogg': recording('ogg', 'oga'),
  'audio/ogg; codecs=opus': recording('opus', 'ogg'),
  'application/pdf': document('pdf'),
  [`${office}wordprocessingml.document`]: document('docx'),
  [`${office}spreadsheetml.sheet`]: document('xlsx'),
  [`${office}presentationml.presentation`]: document('pptx'),
  'text/csv': document('csv', 'tsv', 'txt'),
  'application/msword': document('doc'),
  'application/vnd.ms-excel': document('xls'),
  'application/vnd.ms-powerpoint': document('ppt'),
}

const mega = 1_048_576
/** The largest file of a kind, in bytes: a setting. X-8 */
export const largest = (kind: EvidenceKind, rules: Rules): number =>
  mega *
  { photo: rules.photoMegabytes, video: rules.videoMegabytes, recording: rules.recordingMegabytes, document: rules.documentMegabytes }[kind]
