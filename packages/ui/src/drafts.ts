import { useCallback, useState } from 'react'

const prefix = 'draft:'

const read = <T>(key: string): T | undefined => {
  try {
    const kept = localStorage.getItem(prefix + key)
    return kept === null ? undefined : (JSON.parse(kept) as T)
  } catch {
    return undefined
  }
}

/** Nothing typed is ever lost: kept on this machine from the first key until it is sent, also without network. */
export const useDraft = <T extends object>(key: string | undefined, initial: T) => {
  const [kept] = useState(() => (key === undefined ? undefined : read<T>(key)))
  const [value, setValue] = useState<T>(kept ?? initial)
  const [restored, setRestored] = useState(kept !== undefined)
  const change = useCallback(
    (next: T | ((was: T) => T)) =>
      setValue((was) => {
        const now = typeof next === 'function' ? next(was) : next
        if (key !== undefined)
          try {
            localStorage.setItem(prefix + key, JSON.stringify(now))
          } catch {
            // a full or forbidden storage must not stop anyone from typing
          }
        return now
      }),
    [key],
  )
  const forget = useCallback(
    (next: T) => {
      if (key !== undefined) localStorage.removeItem(prefix + key)
      setRestored(false)
      setValue(next)
    },
    [key],
  )
  return { value, change, forget, restored }
}

const owner = 'drafts-of'
/** Whose drafts these are from now on: what somebody else left on a shared machine is not shown to them. X-7 */
export const keepDraftsOf = (person: string) => {
  try {
    if (localStorage.getItem(owner) === person) return
    forgetDrafts()
    localStorage.setItem(owner, person)
  } catch {
    // without storage there is nothing to keep apart
  }
}

/** All drafts of this machine: whoever signs out leaves none behind. */
export const forgetDrafts = () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
}
