import { createContext, use, useEffect, useRef, useState, type ReactNode } from 'react'
import { useClient } from 'urql'
import { ChangesDocument } from '../gql/graphql.ts'

export type Change = { noun: string; id: string }
type News = Change | 'everything' | 'own'
type Listener = (change: News) => void

const listeners = new Set<Listener>()
/** Says that something changed: the server's stream does, and so does a decision of one's own. */
const announce = (change: News) => {
  for (const each of listeners) each(change)
}

const remembered = 10_000
const decided = new Map<string, number>()
/** One's own decision: what comes of it is nobody else's change. */
export const announceOwn = (id: string | undefined) => {
  const now = Date.now()
  for (const [each, at] of decided) if (at < now - remembered) decided.delete(each)
  if (id !== undefined) decided.set(id, now)
  announce('own')
}
export const isOwn = (id: string) => (decided.get(id) ?? 0) > Date.now() - remembered

const OnlineContext = createContext(true)
/** Whether changes reach this page by themselves right now. */
export const useOnline = () => use(OnlineContext)

const holds = 1500
const retries = [1000, 2000, 5000, 10_000, 30_000]

/** Holds the stream of changes open; after a gap everything shown is read again, so nothing is missed. */
export function Live({ children }: { children: ReactNode }) {
  const client = useClient()
  const [online, setOnline] = useState(true)
  useEffect(() => {
    let stopped = false
    let failures = 0
    let timer: ReturnType<typeof setTimeout> | undefined
    let stop = () => {}
    const again = () => {
      if (stopped) return
      setOnline(false)
      timer = setTimeout(open, retries[Math.min(failures, retries.length - 1)])
      failures += 1
    }
    const open = () => {
      let ended = false
      const end = () => {
        if (ended) return
        ended = true
        clearTimeout(held)
        stop()
        again()
      }
      const up = () => {
        // what happened in the gap is read now
        if (failures > 0) announce('everything')
        failures = 0
        setOnline(true)
      }
      // a stream says nothing until something changes; that it is held is the sign that it is open
      const held = setTimeout(up, holds)
      const opened = client.subscription(ChangesDocument.toString(), {}).subscribe((result) => {
        if (result.error) return queueMicrotask(end)
        up()
        const change = result.data?.changes
        if (change) announce(change)
        if (!result.hasNext) queueMicrotask(end)
      })
      stop = () => {
        clearTimeout(held)
        opened.unsubscribe()
      }
    }
    open()
    const wake = () => {
      clearTimeout(timer)
      stop()
      announce('everything')
      failures = 0
      open()
    }
    // an open stream does not notice by itself that the network has gone
    const lost = () => setOnline(false)
    window.addEventListener('offline', lost)
    window.addEventListener('online', wake)
    return () => {
      stopped = true
      clearTimeout(timer)
      window.removeEventListener('offline', lost)
      window.removeEventListener('online', wake)
      stop()
    }
  }, [client])
  return <OnlineContext value={online}>{children}</OnlineContext>
}

/**
 * Reads again when one of these nouns changes; many changes at once read once, and however many there are, they are read
 * while they come. `own` where one decided something oneself.
 */
export const useChanges = (nouns: readonly string[] | 'all', readAgain: (whose: 'own' | 'others') => void) => {
  const latest = useRef(readAgain)
  latest.current = readAgain
  const watched = nouns === 'all' ? 'all' : nouns.join(' ')
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let whose: 'own' | 'others' = 'others'
    const listener: Listener = (change) => {
      if (typeof change === 'object' && watched !== 'all' && !watched.split(' ').includes(change.noun)) return
      if (change === 'own') whose = 'own'
      timer ??= setTimeout(() => {
        timer = undefined
        latest.current(whose)
        whose = 'others'
      }, 120)
    }
    listeners.add(listener)
    return () => {
      clearTimeout(timer)
      listeners.delete(listener)
    }
  }, [watched])
}
