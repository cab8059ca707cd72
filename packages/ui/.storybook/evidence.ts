import type { EvidenceItem } from '../src/evidence.ts'

const picture = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 160 120"><rect width="160" height="120" fill="#8a9aa8"/><path d="M20 100 70 40l30 36 20-22 30 46z" fill="#4d5b66"/></svg>')}`

/** A photograph on the server, as the grid shows it. */
export const aPhoto = (id: string, more: object = {}): EvidenceItem => ({
  id,
  kind: 'photo',
  title: `照片${id}`,
  file: {
    id,
    name: `${id}.jpg`,
    size: 2048,
    type: 'image/jpeg',
    at: '2026-11-23T01:00:00.000Z',
    located: false,
    thumbnail: picture,
    picture: `${picture}#${id}`,
    ...more,
  },
})
export const aPaper: EvidenceItem = { id: '3', kind: 'document', title: '来信', note: '档案柜' }
