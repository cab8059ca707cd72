import type { Typed } from '@lintel/ui'

/** How a thing is done seldom changes from one time to the next; what it was about always does. */
const kept = ['method', 'how', 'to', 'channel']
const first: Readonly<Record<string, Typed>> = {
  complaintRecordFeedback: { to: 'customer', method: 'phone' },
  noticeServe: { how: 'paper' },
  visitRecord: { method: 'phone' },
}

const isTyped = (value: unknown): value is Typed => typeof value === 'object' && value !== null && !Array.isArray(value)

/** A form's defaults from last time. */
export const lastTime = (decision: string): Typed => {
  const text = localStorage.getItem(`last:${decision}`)
  const read: unknown = text === null ? undefined : JSON.parse(text)
  return isTyped(read) ? read : (first[decision] ?? {})
}

export const remember = (decision: string, input: Readonly<Record<string, unknown>>) => {
  if (!(decision in first)) return
  localStorage.setItem(
    `last:${decision}`,
    JSON.stringify(Object.fromEntries(Object.entries(input).filter(([name]) => kept.includes(name)))),
  )
}
