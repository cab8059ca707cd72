import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isNodeError = (error: unknown): error is NodeJS.ErrnoException => error instanceof Error && 'code' in error

/** What session cookies are signed with: from LINTEL_AUTH_SECRET, or made once in the data folder. */
export const authSecret = (dataFolder: string, given = process.env['LINTEL_AUTH_SECRET']) => {
  if (given) return given
  const file = join(dataFolder, 'auth.secret')
  mkdirSync(dataFolder, { recursive: true })
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if (!isNodeError(error) || error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
