import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, onTestFinished, test, vi } from 'vitest'
import { isAlive, processOf } from './holder.ts'

test.runIf(process.platform === 'linux')('a killed process that nobody has asked after is dead', async () => {
  // it becomes a sleep, which never asks what became of its child
  const parent = spawn('/bin/sh', ['-c', 'sleep 600 & echo $!; exec sleep 600'], { stdio: ['ignore', 'pipe', 'ignore'] })
  onTestFinished(() => void parent.kill('SIGKILL'))
  const [said] = await once(parent.stdout, 'data')
  const child = processOf(Number(said))
  expect(isAlive(child)).toBe(true)

  process.kill(child.pid, 'SIGKILL')
  await vi.waitFor(() => expect(isAlive(child)).toBe(false), 60_000)
  expect(() => process.kill(child.pid, 0)).not.toThrow()
})
