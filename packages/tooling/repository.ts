import { join, resolve } from 'node:path'

/** Where this clone lies; commands work from whatever folder they are called in. */
export const repository = resolve(import.meta.dirname, '../..')

export const inRepository = (...path: string[]) => join(repository, ...path)
