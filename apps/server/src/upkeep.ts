import { sweep } from './database/sweep.ts'
import { clearFiles } from './files/clear.ts'
import { exportWorks } from './export/works.ts'
import { importWorks } from './import/works.ts'
import { actingWorks } from './many/works.ts'
import { groupWorks } from './group-alerts/works.ts'
import { suggestionWorks } from './suggestion-tables/works.ts'
import { problemWorks } from './problems/works.ts'
import { openJobs, type Jobs } from './jobs/jobs.ts'
import { log } from './log/log.ts'
import { messagesFor } from './messages/messages.ts'
import { fillSearch } from './search/fill.ts'
import { makeReports } from './reports/monthly.ts'
import type { Services } from './services.ts'
import { deriveAgain } from './tasks/derive-again.ts'
import { foldFigures } from './trends/fold.ts'

/** Changes that come one upon the other are told of together. */
const together = 150

/** What a server does without being asked. Nothing that is decided depends on it having run. T-3 */
export const keepUp = (services: Services, databaseUrl: string, dataFolder: string): { readonly jobs: Jobs; stop(): Promise<void> } => {
  const { database, bus, depot, staging } = services
  const messages = messagesFor(services)
  const importing = importWorks(services, { databaseUrl, dataFolder })
  const acting = actingWorks(services)
  const exporting = exportWorks(services, { databaseUrl, dataFolder })
  const analysing = problemWorks(services, { databaseUrl, dataFolder })
  const jobs = openJobs(databaseUrl, {
    ...messages.works,
    ...importing.works,
    ...exporting.works,
    ...acting.works,
    ...analysing.works,
    ...groupWorks(services),
    ...suggestionWorks(services),
    sweep: { every: '23 * * * *', play: () => sweep(database.pool) },
    fillSearch: {
      atMost: 3_600,
      async play() {
        await fillSearch(database.pool)
      },
    },
    foldFigures: { every: '* * * * *', play: (_, signal) => foldFigures(database.pool, signal) },
    clearFiles: { every: '41 * * * *', play: () => clearFiles({ pool: database.pool, depot, staging }) },
    monthlyReports: { every: '*/10 * * * *', atMost: 1_800, play: () => makeReports(services) },
    derive: {
      atMost: 3_600,
      async play() {
        await deriveAgain(database.pool)
      },
    },
  })
  let working: Promise<unknown> = Promise.resolve()
  let soon: NodeJS.Timeout | undefined
  const failed = (error: unknown) => log.error({ error }, 'Telling people failed and is tried again within a minute')
  const forget = bus.onTold((told) => {
    if ('to' in told) return
    const nouns = 'many' in told ? told.many : told.changes.map(({ noun }) => noun)
    const asked = 'asks' in told ? told.asks : undefined
    if (asked) working = working.then(() => jobs.ask(asked)).catch(failed)
    // C-3: the same matter in several homes is known within seconds
    if (nouns.includes('complaint')) working = working.then(() => jobs.ask('watchGroups')).catch(failed)
    if (nouns.includes('settings')) working = working.then(() => jobs.ask('derive')).catch(failed)
    soon ??= setTimeout(() => {
      soon = undefined
      working = working.then(() => messages.tellNow(jobs)).catch(failed)
    }, together)
  })
  for (const work of ['derive', 'fillSearch', 'sweep', 'importing', 'exporting', 'acting', 'analysing', 'monthlyReports'])
    working = working.then(() => jobs.ask(work)).catch(failed)
  return {
    jobs,
    async stop() {
      forget()
      clearTimeout(soon)
      importing.stop()
      exporting.stop()
      acting.stop()
      analysing.stop()
      await jobs.close()
      await working
      messages.close()
    },
  }
}
