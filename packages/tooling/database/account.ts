import { execFileSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { say } from '../progress.ts'
import { Stopped } from '../stopped.ts'

/** The system user whom PostgreSQL runs as, where that is not the one who runs the command. */
export type Account = { uid: number; gid: number }

const runsAsRoot = () => process.getuid?.() === 0

const named = (name: string): Account | undefined => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : undefined
}

/** PostgreSQL refuses to run as root. An ordinary user needs no other account. */
export const accountForNew = (): Account | undefined => {
  if (!runsAsRoot()) return undefined
  const there = named('postgres')
  if (there) return there

  try {
    execFileSync('useradd', ['--system', '--user-group', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'pipe' })
  } catch (error) {
    throw new Stopped(
      `PostgreSQL does not run as root, and the system user "postgres" could not be made (${String(error).split('\n')[0]}). Run the command as an ordinary user.`,
    )
  }
  say('PostgreSQL does not run as root: made the system user "postgres" for it')
  const made = named('postgres')
  if (!made) throw new Stopped('The system user "postgres" was made and is not in /etc/passwd. Run the command as an ordinary user.')
  return made
}

/** Whoever owns a database's folder runs it: one that an ordinary user made is theirs when root comes along. */
export const accountOf = (folder: string): Account | undefined => {
  const { uid, gid } = statSync(folder)
  if (runsAsRoot()) return uid === 0 ? accountForNew() : { uid, gid }
  if (process.getuid !== undefined && uid !== process.getuid())
    throw new Stopped(
      `The database in ${folder} belongs to another system user. Run the command as the user who made it, or choose another folder with LINTEL_DATA.`,
    )
  return undefined
}
