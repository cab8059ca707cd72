import { useRef, useState } from 'react'

/**
 * Functions that stay the same objects and do what the latest ones do, so that what takes them is not drawn again because
 * of them.
 */
export const useSteady = <Does extends Record<string, (...given: never[]) => unknown>>(does: Does): Does => {
  const latest = useRef(does)
  latest.current = does
  const [steady] = useState(
    () => Object.fromEntries(Object.keys(does).map((name) => [name, (...given: never[]) => latest.current[name]?.(...given)])) as Does,
  )
  return steady
}
