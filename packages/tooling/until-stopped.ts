import { leave } from './stopped.ts'

type End = () => Promise<unknown>

/**
 * Begins what runs until Ctrl-C or SIGTERM. What it gives to `alsoEnd` is ended then, the last first, also when the beginning
 * fails; `leaveSoon` is said at once.
 */
export const untilStopped = async (leaveSoon: () => void, begin: (alsoEnd: (end: End) => void, stop: () => void) => Promise<void>) => {
  const ends: End[] = []
  let ending: Promise<void> | undefined
  const endAll = () =>
    (ending ??= (async () => {
      for (let end = ends.pop(); end; end = ends.pop()) await end()
    })())
  const stop = () => {
    if (!ending) {
      console.log('  Stopping …')
      leaveSoon()
      // what was under way breaks off when its database goes; nobody waits for it any more
      for (const broken of ['uncaughtException', 'unhandledRejection']) process.on(broken, () => {})
    }
    void endAll().then(
      () => process.exit(process.exitCode ?? 0),
      (error: unknown) => leave(error),
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    await begin((end) => ends.push(end), stop)
  } catch (error) {
    if (ending) return
    await endAll()
    throw error
  }
}
