import { Transform } from 'node:stream'
import type { Hidden } from './film.ts'

/** `free`: a box that nobody reads. */
const unread = Buffer.from('free', 'latin1')

/** The bytes from `at` on, with zeros where something is not shown; lengths and places stay as they are. X-8 */
export const hiding = (hidden: readonly Hidden[], at: number) => {
  let place = at
  return new Transform({
    transform(chunk: Buffer, _, done) {
      const shown = Buffer.from(chunk)
      for (const [from, length] of hidden) {
        for (let n = Math.max(from + 4, place); n < Math.min(from + length, place + shown.length); n++)
          shown[n - place] = n < from + 8 ? (unread[n - from - 4] ?? 0) : 0
      }
      place += shown.length
      done(null, shown)
    },
  })
}
