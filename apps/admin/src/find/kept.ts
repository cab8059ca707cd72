/**
 * What somebody looked for and opened lately, on this device: of records their ids alone, since what they say is asked
 * for anew, with the rights of the day. It is one person's: whoever signs in after them finds nothing of it, and signing
 * out forgets it.
 */
type Recent = { readonly person: string; readonly texts: readonly string[]; readonly records: readonly string[] }
const kept = 'recent'
const most = { texts: 6, records: 8 }

const isRecent = (value: unknown): value is Recent =>
  typeof value === 'object' &&
  value !== null &&
  'person' in value &&
  'texts' in value &&
  Array.isArray(value.texts) &&
  'records' in value &&
  Array.isArray(value.records)
export const read = (person: string): Recent => {
  const text = localStorage.getItem(kept)
  const found: unknown = text === null ? undefined : JSON.parse(text)
  return isRecent(found) && found.person === person ? found : { person, texts: [], records: [] }
}
export const note = (person: string, what: 'texts' | 'records', one: string) => {
  const was = read(person)
  localStorage.setItem(kept, JSON.stringify({ ...was, [what]: [one, ...was[what].filter((other) => other !== one)].slice(0, most[what]) }))
}

export const forgetRecent = () => localStorage.removeItem(kept)
