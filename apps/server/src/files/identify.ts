import type { EvidenceKind, Rules } from '@lintel/domain'
import { fileTypeFromFile } from 'file-type'
import { howWritten } from '../import/table/csv.ts'
import { readFilm, type Hidden } from './film.ts'
import { NotTaken, no } from './no.ts'
import { safeName } from './name.ts'
import { readPicture, type Picture } from './picture.ts'
import { largest, types } from './types.ts'

/** What a file is by its bytes, with all that is shown of it. */
export type Identified = {
  readonly kind: EvidenceKind
  readonly type: string
  readonly name: string
  readonly takenAt?: number
  readonly position?: Picture['position']
  readonly shown?: Picture['shown']
  readonly hidden?: readonly Hidden[]
}

const oldOffice: Readonly<Record<string, string>> = {
  doc: 'application/msword',
  xls: 'application/vnd.ms-excel',
  ppt: 'application/vnd.ms-powerpoint',
}
const boxed = ['video/mp4', 'video/quicktime', 'video/3gpp', 'audio/x-m4a', 'audio/mp4']

const typeOf = async (path: string, name: string) => {
  const found = await fileTypeFromFile(path).catch(() => undefined)
  // Word, Excel and PowerPoint before 2007 look alike from outside
  if (found?.mime === 'application/x-cfb') return oldOffice[name.toLowerCase().split('.').at(-1) ?? '']
  if (found) return found.mime === 'video/x-m4v' ? 'video/mp4' : found.mime
  // what is text and is called a table is taken for one; it is handed out to be saved, never shown
  return /\.(csv|tsv|txt)$/i.test(name) && (await howWritten(path)) ? 'text/csv' : undefined
}

/** Says what a file is, whatever it is called; refuses what is not on the list, is too large, or does not hold together. SEC-14 */
export const identify = async (path: string, size: number, called: string, rules: Rules): Promise<Identified> => {
  const type = await typeOf(path, called)
  const known = type === undefined ? undefined : types[type]
  if (type === undefined || !known) throw no('WrongType')
  const { kind, extensions } = known
  const most = largest(kind, rules)
  if (size > most) throw new NotTaken({ code: 'TooLarge', megabytes: most / 1_048_576 })
  const name = safeName(called, extensions)
  const base = { kind, type, name }
  if (kind === 'photo') return { ...base, ...(await readPicture(path, type)) }
  return boxed.includes(type) ? { ...base, ...(await readFilm(path, size)) } : base
}

const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** A file that holds tables, if it is one. X-5 */
export const identifyTable = async (path: string, called: string): Promise<Identified | undefined> => {
  const type = await typeOf(path, called)
  if (type !== 'text/csv' && type !== workbook) return undefined
  const { kind, extensions } = types[type] ?? { kind: 'document', extensions: ['csv'] }
  return { kind, type, name: safeName(called, extensions) }
}
