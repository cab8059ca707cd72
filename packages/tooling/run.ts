import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'
import { inRepository, repository } from './repository.ts'
import { Stopped } from './stopped.ts'

type Options = { in?: string; env?: NodeJS.ProcessEnv }

/** PATH as npm's scripts have it: the Node and the tools this repository brings come first. */
const withOurTools = (folder: string) =>
  [join(folder, 'node_modules', '.bin'), inRepository('node_modules', '.bin'), process.env['PATH']].join(delimiter)

const start = (command: string, args: string[], options: Options, stdio: 'inherit' | 'pipe') => {
  const folder = options.in ?? repository
  return spawn(command, args, {
    cwd: folder,
    env: { ...process.env, PATH: withOurTools(folder), ...options.env },
    stdio: [stdio === 'inherit' ? 'inherit' : 'ignore', stdio, stdio],
    shell: process.platform === 'win32',
  })
}

export type Ended = { code: number; output: string }

/** Runs a tool to its end and keeps what it said. */
export const listenTo = (command: string, args: string[], options: Options = {}) =>
  new Promise<Ended>((resolve, reject) => {
    const tool = start(command, args, options, 'pipe')
    let output = ''
    const keep = (chunk: Buffer) => (output += chunk.toString())
    tool.stdout?.on('data', keep)
    tool.stderr?.on('data', keep)
    tool.on('error', reject)
    tool.on('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** Runs a tool that a command needs; what it said is shown only when it fails. */
export const run = async (command: string, args: string[], options: Options = {}): Promise<string> => {
  const { code, output } = await listenTo(command, args, options)
  if (code === 0) return output
  console.error(output.trim())
  throw new Stopped(`${[command, ...args].join(' ')} failed (exit code ${code}); what it said is above.`, 1)
}

/** Begins a tool that goes on until it is stopped, in front of the person. */
export const begin = (command: string, args: string[], options: Options = {}) => start(command, args, options, 'inherit')

/** Runs a tool in front of the person, who sees what it says as it says it. */
export const show = (command: string, args: string[], options: Options = {}) =>
  new Promise<number>((resolve, reject) => {
    const tool = start(command, args, options, 'inherit')
    tool.on('error', reject)
    tool.on('close', (code) => resolve(code ?? 1))
  })
