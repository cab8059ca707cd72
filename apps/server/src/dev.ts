// What `npm run dev` starts again whenever a file of the server changes; the command readies everything around it.
import { serve } from './main.ts'

const { PORT: port, LINTEL_ADDRESS: baseUrl, DATABASE_URL: databaseUrl, LINTEL_DATA: dataFolder } = process.env
if (!port || !baseUrl || !databaseUrl || !dataFolder) throw new Error('npm run dev starts this file')

await serve({ port: Number(port), databaseUrl, dataFolder, baseUrl })
console.log('  The server is ready')
