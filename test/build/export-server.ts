// A process that writes one export as a server does, to see how much memory that takes: it says so in megabytes.
import { exportWorker } from '@lintel/server/export/works.ts'
import { playApart } from '@lintel/server/jobs/play-apart.ts'

const { DATABASE_URL: databaseUrl = '', LINTEL_DATA: dataFolder = '', EXPORT: id = '' } = process.env
await playApart(exportWorker, { databaseUrl, dataFolder, id })
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
