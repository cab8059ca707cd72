// One server of a data folder and of a port at a time; whoever comes second is told in one line.
import { join } from 'node:path'
import { makeDataFolder } from './database/data-folder.ts'
import { take } from './database/holder.ts'
import { whyTaken } from './database/port.ts'
import type { Environment } from './environment.ts'
import { Stopped } from './stopped.ts'

const claimDataFolder = (dataFolder: string) => {
  makeDataFolder(dataFolder)
  const holder = take(join(dataFolder, 'server.lock'))
  if (holder)
    throw new Stopped(
      `Lintel is running on this data folder already (process ${holder.pid}). Stop that one, or choose another folder with LINTEL_DATA.`,
    )
}

const portIsFree = async (port: number) => {
  const code = await whyTaken(port, process.env['HOST'] ?? '127.0.0.1')
  if (code === 'EADDRINUSE')
    throw new Stopped(`PORT: another program listens on ${port}. Stop it, or choose another port, such as PORT=${port + 1}.`)
  if (code) throw new Stopped(`PORT: nobody may listen on ${port} here (${code}).`)
}

export const onlyServer = async ({ port, own, dataFolder }: Environment) => {
  await portIsFree(port)
  // on a database of one's own any number of servers may work
  if (!own) claimDataFolder(dataFolder)
}
