import { useSyncExternalStore } from 'react'

/** One ticking clock for the page, so that everything on it moves together. */
const ticking = (every: number) => {
  let now = Date.now()
  let timer: ReturnType<typeof setInterval> | undefined
  const listeners = new Set<() => void>()
  return {
    subscribe(listener: () => void) {
      listeners.add(listener)
      now = Date.now()
      timer ??= setInterval(() => {
        now = Date.now()
        for (const each of listeners) each()
      }, every)
      return () => {
        listeners.delete(listener)
        if (listeners.size > 0) return
        clearInterval(timer)
        timer = undefined
      }
    },
    read: () => (timer === undefined ? Date.now() - (Date.now() % every) : now),
  }
}

const seconds = ticking(1000)
const halfMinutes = ticking(30_000)

/** The present, moving: by seconds where a clock runs out, else twice a minute. */
export const useNow = (pace: 'second' | 'halfMinute' = 'halfMinute') => {
  const clock = pace === 'second' ? seconds : halfMinutes
  return useSyncExternalStore(clock.subscribe, clock.read, clock.read)
}
