import { hash } from 'node:crypto'

/** An id that is a function of its parts: a retried command gives the same ones. A UUID of version 8 (RFC 9562). */
export const idFrom = (...parts: readonly string[]): string => {
  const hex = hash('sha256', parts.join('\n'), 'hex')
  const variant = ((parseInt(hex.charAt(16), 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
