import type { Order } from './decide.ts'

/** As drafts are, so that they go with them when somebody signs out. */
const place = 'draft:unanswered'
/** The server knows a key for seven days; a day less is on the safe side. B-3 */
const kept = 6 * 86_400_000
const most = 50

type Unanswered = { readonly order: Order; readonly key: string; readonly at: number }
type All = Readonly<Record<string, Unanswered>>

/** The same decision on the same record with the same words is the same one, whatever has been seen since. */
const identity = ({ decision, id, input }: Order) => JSON.stringify([decision, id, input])

const read = (): All => {
  try {
    const all = JSON.parse(localStorage.getItem(place) ?? '{}') as All
    return Object.fromEntries(Object.entries(all).filter(([, { at }]) => at > Date.now() - kept))
  } catch {
    return {}
  }
}
const write = (all: All) => {
  try {
    localStorage.setItem(place, JSON.stringify(Object.fromEntries(Object.entries(all).slice(-most))))
  } catch {
    // a full or forbidden storage must not stop anyone from deciding
  }
}

/** An order whose answer never came is sent again as it was, under its key, also after the page was loaded anew. */
export const asItWasSent = (order: Order): { readonly order: Order; readonly key: string } => {
  const before = read()[identity(order)]
  if (before) return before
  const sent = { order, key: crypto.randomUUID() }
  write({ ...read(), [identity(order)]: { ...sent, at: Date.now() } })
  return sent
}
/** An answer has come: what follows is a new decision. */
export const isAnswered = (order: Order) => {
  const { [identity(order)]: _, ...others } = read()
  write(others)
}
