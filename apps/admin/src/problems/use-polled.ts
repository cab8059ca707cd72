import { useEffect, useRef } from 'react'

/** Asks again every second and a half while something goes on in the background. */
export const usePolled = (going: boolean, again: () => void) => {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    if (!going) return undefined
    const timer = setInterval(() => latest.current(), 1_500)
    return () => clearInterval(timer)
  }, [going])
}
