import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Readable } from 'node:stream'
import {
  DeleteObjectCommand,
  GetObjectCommand,
  HeadObjectCommand,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
  type S3ClientConfig,
} from '@aws-sdk/client-s3'
import { Missing, type Depot } from './depot.ts'

export type Bucket = {
  readonly bucket: string
  readonly region: string
  /** Where it is no bucket of Amazon's: the address of a server that speaks S3. */
  readonly endpoint?: string
  readonly accessKey: string
  readonly secretKey: string
}

const configOf = ({ region, endpoint, accessKey, secretKey }: Bucket): S3ClientConfig => ({
  region,
  credentials: { accessKeyId: accessKey, secretAccessKey: secretKey },
  ...(endpoint ? { endpoint, forcePathStyle: true } : {}),
  // servers that speak S3 know no newer checksums; the bytes have a hash of ours
  requestChecksumCalculation: 'WHEN_REQUIRED',
  responseChecksumValidation: 'WHEN_REQUIRED',
})
const isMissing = (error: unknown) => error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404

/** Bytes in a bucket, for any number of machines. */
export const s3Depot = (at: Bucket): Depot => {
  const s3 = new S3Client(configOf(at))
  const of = (name: string) => ({ Bucket: at.bucket, Key: `files/${name}` })
  const has = (name: string) =>
    s3.send(new HeadObjectCommand(of(name))).then(
      () => true,
      (error: unknown) => {
        if (isMissing(error)) return false
        throw error
      },
    )
  return {
    has,
    async put(name, path) {
      if (await has(name)) return
      // an object is there whole or not at all
      await s3.send(new PutObjectCommand({ ...of(name), Body: createReadStream(path), ContentLength: (await stat(path)).size }))
    },
    async open(name, range) {
      const asked = new GetObjectCommand({ ...of(name), ...(range ? { Range: `bytes=${range.from}-${range.to}` } : {}) })
      const { Body: body } = await s3.send(asked).catch((error: unknown) => {
        throw isMissing(error) ? new Missing(name) : error
      })
      if (!(body instanceof Readable)) throw new Missing(name)
      return body
    },
    async remove(name) {
      await s3.send(new DeleteObjectCommand(of(name)))
    },
  }
}
