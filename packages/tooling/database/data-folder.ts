import { accessSync, constants, mkdirSync, statSync } from 'node:fs'
import { Stopped } from '../stopped.ts'

/** The folder of the embedded database and of files, made where it is not there yet. */
export const makeDataFolder = (dataFolder: string) => {
  try {
    mkdirSync(dataFolder, { recursive: true, mode: 0o755 })
    if (!statSync(dataFolder).isDirectory()) throw new Error('it is not a folder')
    accessSync(dataFolder, constants.W_OK)
  } catch (error) {
    throw new Stopped(
      `LINTEL_DATA: ${dataFolder} cannot be used as the data folder (${error instanceof Error ? error.message : String(error)}).`,
    )
  }
}
