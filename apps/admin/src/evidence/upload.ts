import type { Uploaded, Uploads } from '@lintel/ui'
import type { Client } from 'urql'
import type { Upload } from 'tus-js-client'
import { UploadLimitsDocument } from '../gql/graphql.ts'
import { ask } from '../graph/read.ts'
import { currentLanguage } from '../words/words.ts'
import { fileAddress } from './address.ts'

const headers = () => ({ 'x-graphql-yoga-csrf': '1', 'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' })
/** A piece goes within the minute that the server gives a request, over a slow line too. */
const piece = 4 * 1024 * 1024
const patience = [0, 1000, 3000, 5000]

type Said = Partial<Uploaded> & { message?: string }
/** Every byte is there: the server looks at the file and says what it is. */
const finish = async (url: string): Promise<{ kept: Uploaded } | { refused: string }> => {
  const answer = await fetch(`${url}/finish`, { method: 'POST', credentials: 'same-origin', headers: headers() })
  const said = (await answer.json()) as Said
  if (!answer.ok && answer.status < 500 && answer.status !== 409) return { refused: said.message ?? '' }
  if (!answer.ok) throw new Error(said.message ?? '')
  return { kept: said as Uploaded }
}
const messageIn = (body: string): string | undefined => {
  try {
    return (JSON.parse(body) as Said).message
  } catch {
    return undefined
  }
}

/** Files go to the server in pieces by tus; after a lost network, or on another day, from where they stopped. */
export const uploadsOver = (client: Client): Uploads => ({
  accepts: async () => (await ask(client, UploadLimitsDocument, {})).uploadLimits.flatMap(({ types }) => types),
  thumbnail: (id) => fileAddress(id, 'thumbnail'),
  send(file, { onProgress, onWaiting, onDone, onRefused }) {
    let upload: Upload | undefined
    let stopped = false
    const wait = () => {
      if (stopped) return
      onWaiting()
      addEventListener('online', again, { once: true })
    }
    const again = () => {
      removeEventListener('online', again)
      if (!stopped) upload?.start()
    }
    const end = async (url: string) => {
      const answer = await finish(url).catch(() => undefined)
      if (stopped) return
      if (!answer) wait()
      else if ('kept' in answer) onDone(answer.kept)
      else onRefused(answer.refused)
    }
    const begin = async () => {
      const tus = await import('tus-js-client')
      if (stopped) return
      upload = new tus.Upload(file, {
        endpoint: '/uploads',
        chunkSize: piece,
        retryDelays: patience,
        metadata: { filename: file.name },
        headers: headers(),
        removeFingerprintOnSuccess: true,
        onProgress: (sent, all) => onProgress(all === 0 ? 0 : sent / all),
        onSuccess: () => void end(upload?.url ?? ''),
        onError(error) {
          const answer = error instanceof tus.DetailedError ? error.originalResponse : null
          const said = answer && answer.getStatus() < 500 ? (messageIn(answer.getBody()) ?? answer.getBody()) : undefined
          if (said === undefined) wait()
          else if (!stopped) onRefused(said)
        },
      })
      const [before] = await upload.findPreviousUploads()
      if (before) upload.resumeFromPreviousUpload(before)
      if (!stopped) upload.start()
    }
    begin().catch(wait)
    return {
      stop(forever) {
        stopped = true
        removeEventListener('online', again)
        // nobody waits for it: what is not ended here is cleared by the server in a day
        void upload?.abort(forever).catch(() => undefined)
      },
      goOn: again,
    }
  },
})
