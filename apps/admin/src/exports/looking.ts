import { useEffect } from 'react'

/** How often one looks how far it is. */
const every = 800

/** Looks again and again, for as long as something goes on. */
export const useLooking = (going: boolean, again: () => void) => {
  useEffect(() => {
    if (!going) return undefined
    const looking = setInterval(again, every)
    return () => clearInterval(looking)
  }, [going, again])
}
