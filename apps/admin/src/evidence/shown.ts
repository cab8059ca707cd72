import type { EvidenceItem, Standing } from '@lintel/ui'
import type { ShownFragment } from '../gql/graphql.ts'
import { fileAddress } from './address.ts'

// telephones' own pictures have nothing that could be shown
const unseen = ['image/heic', 'image/heif']

const fileOf = (file: NonNullable<ShownFragment['file']>): NonNullable<EvidenceItem['file']> => {
  const { id, name, size, type, kind, at, by, takenAt, located, original } = file
  const pictured = kind === 'photo' && !unseen.includes(type)
  return {
    id,
    name,
    size,
    type,
    at,
    located,
    ...(by ? { who: by.name } : {}),
    ...(takenAt ? { takenAt } : {}),
    ...(pictured ? { thumbnail: fileAddress(id, 'thumbnail'), picture: fileAddress(id, 'picture') } : {}),
    ...(kind === 'video' ? { film: fileAddress(id, 'film') } : {}),
    ...(kind === 'recording' ? { sound: fileAddress(id, 'original') } : {}),
    ...(original ? { save: fileAddress(id, 'original') } : {}),
  }
}
/** Evidence of the API as the grid shows it. */
export const itemsOf = (evidence: readonly ShownFragment[]): readonly EvidenceItem[] =>
  evidence.map(({ kind, title, reference, file }, n) => ({
    id: file?.id ?? String(n),
    kind,
    title,
    ...(reference ? { note: reference } : {}),
    ...(file ? { file: fileOf(file) } : {}),
  }))

/** Has the server read the bytes again and hold them against the hash of the record. F-13 */
export const checkFile = async (id: string): Promise<Standing | undefined> => {
  const answer = await fetch(`/files/${id}/check`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'x-graphql-yoga-csrf': '1' },
  }).catch(() => undefined)
  return answer?.ok ? ((await answer.json()) as { standing: Standing }).standing : undefined
}
