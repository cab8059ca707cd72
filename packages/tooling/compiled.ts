import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { repository } from './repository.ts'

/** Keeps what is compiled of the sources, so that the next start has a third less to do. REL-2 */
export const keepCompiled = () => enableCompileCache(join(repository, 'node_modules', '.cache', 'compiled'))
