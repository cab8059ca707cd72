// One server of a data folder and of a port at a time; whoever comes second is told in one line.
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { makeDataFolder } from './database/data-folder.ts'
import { leaveSoon, take } from './database/holder.ts'
import { whyTaken } from './database/port.ts'
import type { Environment } from './environment.ts'
import { step } from './progress.ts'
import { Stopped } from './stopped.ts'

const patience = 60_000
const dying = 500

/** An earlier one that is just stopping is waited for, and one that was just killed is given the moment it takes to die. */
const takeAfter = async (file: string) => {
  const began = Date.now()
  let holder = take(file)
  while (holder && Date.now() < began + (holder.leaves ? patience : dying)) {
    await wait(50)
    holder = take(file)
  }
  return holder
}

const claimDataFolder = async (dataFolder: string) => {
  makeDataFolder(dataFolder)
  const lock = join(dataFolder, 'server.lock')
  const holder = await step('Waiting for the one before to stop', () => takeAfter(lock))
  if (holder)
    throw new Stopped(
      `Lintel is running on this data folder already (process ${holder.pid}). Stop that one, or choose another folder with LINTEL_DATA.`,
    )
  return () => leaveSoon(lock)
}

const portIsFree = async (port: number) => {
  const code = await whyTaken(port, process.env['HOST'] ?? '127.0.0.1')
  if (code === 'EADDRINUSE')
    throw new Stopped(`PORT: another program listens on ${port}. Stop it, or choose another port, such as PORT=${port + 1}.`)
  if (code) throw new Stopped(`PORT: nobody may listen on ${port} here (${code}).`)
}

/** Gives what tells the next one that this one is stopping. */
export const onlyServer = async ({ port, own, dataFolder }: Environment) => {
  // the folder first: the one before may hold the port as well, and be letting go of both;
  // on a database of one's own any number of servers may work
  const leave = own ? () => {} : await claimDataFolder(dataFolder)
  await portIsFree(port)
  return leave
}
