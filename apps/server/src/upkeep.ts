import { sweep } from './database/sweep.ts'
import type { Services } from './services.ts'
import { deriveAgain } from './tasks/derive-again.ts'

const hour = 3_600_000

/** What a server does without being asked. Nothing that is decided depends on it having run. T-3 */
export const keepUp = ({ database, bus }: Services) => {
  const failed = (what: string) => (error: unknown) => console.error(`${what} failed and is tried again later:`, error)
  let working: Promise<unknown> = Promise.resolve()
  const derive = () => (working = working.then(() => deriveAgain(database.pool)).catch(failed('Working out due times again')))
  const sweeping = () => (working = working.then(() => sweep(database.pool)).catch(failed('Sweeping')))
  const forget = bus.onTold((told) => {
    const nouns = 'many' in told ? told.many : told.changes.map(({ noun }) => noun)
    if (nouns.includes('settings')) void derive()
  })
  void derive()
  void sweeping()
  const hourly = setInterval(() => {
    void sweeping()
    void derive()
  }, hour)
  return {
    async stop() {
      forget()
      clearInterval(hourly)
      await working
    },
  }
}
