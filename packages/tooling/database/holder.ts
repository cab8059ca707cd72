// A file that says which process holds something. It outlives a killed process, so it says enough to see that.
import { execFileSync } from 'node:child_process'
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { Stopped } from '../stopped.ts'

export type Holder = {
  pid: number
  born: string
  /** It is ending: whoever waits will have the lock soon. */
  leaves?: true
}

/** Numbers of processes are used again; with the moment it began, a number means one process. */
const birthOf = (pid: number): string | undefined => {
  try {
    if (process.platform !== 'linux')
      return execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8', stdio: 'pipe' }).trim()
    const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ')
    // killed, and nobody has asked after it: in a container without an init it stays in the list for ever
    if (afterName[0] === 'Z') return undefined
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${afterName[19]}`
  } catch {
    return undefined
  }
}

export const processOf = (pid: number): Holder => ({ pid, born: birthOf(pid) ?? '' })
export const thisProcess = () => processOf(process.pid)

export const isAlive = ({ pid, born }: Holder) => birthOf(pid) === born

export const readHolder = (file: string): Holder | undefined => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** Writes the file whole or, where another process has it, not at all. */
const claim = (file: string, holder: object) => {
  const draft = `${file}.${process.pid}`
  writeFileSync(draft, JSON.stringify(holder))
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft)
  }
}

/** Takes a dead process's file away. Another may have replaced it since it was read: then it goes back. */
const clear = (file: string, dead: Holder | undefined) => {
  const aside = `${file}.${process.pid}.dead`
  try {
    renameSync(file, aside)
  } catch {
    return // another process was quicker
  }
  const taken = readHolder(aside)
  if (taken && JSON.stringify(taken) !== JSON.stringify(dead)) linkSync(aside, file)
  rmSync(aside)
}

/** Takes the lock, or gives the living process that has it. */
export const take = (file: string): Holder | undefined => {
  while (!claim(file, thisProcess())) {
    const holder = readHolder(file)
    if (holder && isAlive(holder)) return holder
    clear(file, holder)
  }
  return undefined
}

/** Tells those who come meanwhile that it will not be long. */
export const leaveSoon = (file: string) => {
  writeFileSync(`${file}.${process.pid}`, JSON.stringify({ ...thisProcess(), leaves: true } satisfies Holder))
  renameSync(`${file}.${process.pid}`, file)
}

const letGo = (file: string) => rmSync(file, { force: true })

/** Work that one process at a time may do; the others wait their turn. */
export const alone = async <Result>(file: string, work: () => Promise<Result>, patience = 120_000): Promise<Result> => {
  const until = Date.now() + patience
  for (let holder = take(file); holder; holder = take(file)) {
    if (Date.now() > until)
      throw new Stopped(`Another process (${holder.pid}) has held ${file} for ${patience / 1000} s. End it and try again.`)
    await wait(50)
  }
  try {
    return await work()
  } finally {
    letGo(file)
  }
}
