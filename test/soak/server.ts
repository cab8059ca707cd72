// One server process of the soak; it is there to be killed.
import { keepCompiled } from '@lintel/tooling/compiled.ts'

keepCompiled()
const { serve } = await import('@lintel/server/main.ts')
const [port = '0', databaseUrl = '', dataFolder = ''] = process.argv.slice(2)
await serve({ port: Number(port), databaseUrl, dataFolder })
