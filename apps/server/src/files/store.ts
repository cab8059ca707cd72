import { join } from 'node:path'
import { Stopped } from '@lintel/tooling/stopped.ts'
import type { Depot } from './depot.ts'
import { folderDepot } from './folder-depot.ts'
import type { Bucket } from './s3.ts'
import { folderStaging, type Staging } from './staging.ts'

/** The bucket of the environment, where one is named. */
const bucketFrom = (from: NodeJS.ProcessEnv): Bucket | undefined => {
  const bucket = from['LINTEL_S3_BUCKET']
  if (!bucket) return undefined
  const [accessKey, secretKey, endpoint] = [from['LINTEL_S3_ACCESS_KEY'], from['LINTEL_S3_SECRET_KEY'], from['LINTEL_S3_ENDPOINT']]
  if (!accessKey || !secretKey) throw new Stopped('LINTEL_S3_BUCKET: give LINTEL_S3_ACCESS_KEY and LINTEL_S3_SECRET_KEY with it.')
  if (endpoint && !URL.canParse(endpoint))
    throw new Stopped('LINTEL_S3_ENDPOINT: this is not an address; give one such as https://s3.company.example.')
  return { bucket, accessKey, secretKey, region: from['LINTEL_S3_REGION'] || 'us-east-1', ...(endpoint ? { endpoint } : {}) }
}

/**
 * Where evidence is kept: in a bucket, if the environment names one, or in the data folder. Uploads lie in the data folder
 * until they are whole.
 */
export const openStore = async (
  dataFolder: string,
  from: NodeJS.ProcessEnv = process.env,
): Promise<{ readonly depot: Depot; readonly staging: Staging }> => {
  const bucket = bucketFrom(from)
  // few have a bucket, and its client is not small
  const depot = bucket ? (await import('./s3.ts')).s3Depot(bucket) : folderDepot(join(dataFolder, 'files'))
  return { depot, staging: folderStaging(join(dataFolder, 'uploads')) }
}
