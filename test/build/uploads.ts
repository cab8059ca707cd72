import { Buffer } from 'node:buffer'
import type { App } from './app.ts'
import type { Name } from './company.ts'

const encoded = (text: string) => Buffer.from(text, 'utf8').toString('base64')
export type Answered = {
  readonly status: number
  readonly body: { readonly code?: string; readonly message?: string; readonly id?: string } & Record<string, unknown>
}

/** tus by hand: begins an upload and gives its address. */
export const beginsUpload = async (app: App, who: Name | undefined, name: string, size: number, more: Record<string, string> = {}) => {
  const { 'content-type': _, ...headers } = await app.headers(who)
  return fetch(`${app.url}/uploads`, {
    method: 'POST',
    headers: {
      ...headers,
      'tus-resumable': '1.0.0',
      'upload-length': String(size),
      'upload-metadata': `filename ${encoded(name)}`,
      ...more,
    },
  })
}
export const sends = async (app: App, who: Name, at: string, bytes: Uint8Array, offset = 0) => {
  const headers = await app.headers(who)
  return fetch(`${app.url}${at}`, {
    method: 'PATCH',
    headers: { ...headers, 'content-type': 'application/offset+octet-stream', 'tus-resumable': '1.0.0', 'upload-offset': String(offset) },
    body: Buffer.from(bytes),
  })
}
export const finishes = async (app: App, who: Name, at: string, language = 'zh'): Promise<Answered> => {
  const { 'content-type': _, ...headers } = await app.headers(who, language)
  const answer = await fetch(`${app.url}${at}/finish`, { method: 'POST', headers })
  return { status: answer.status, body: (await answer.json()) as Answered['body'] }
}
/** A whole upload, from its beginning to what the server says of it. */
export const tries = async (app: App, who: Name, name: string, bytes: Uint8Array): Promise<Answered> => {
  const begun = await beginsUpload(app, who, name, bytes.length)
  const at = begun.headers.get('location')
  if (!at) return { status: begun.status, body: (await begun.json()) as Answered['body'] }
  const sent = await sends(app, who, at, bytes)
  if (sent.status !== 204) return { status: sent.status, body: JSON.parse(await sent.text()) as Answered['body'] }
  return finishes(app, who, at)
}
/** The same where a refusal is a mistake of the test; gives the file's id. */
export const uploads = async (app: App, who: Name, name: string, bytes: Uint8Array): Promise<string> => {
  const { status, body } = await tries(app, who, name, bytes)
  if (status !== 200 || typeof body.id !== 'string') throw new Error(`${name}: ${status} ${JSON.stringify(body)}`)
  return body.id
}
/** Asks for a file as a page does. */
export const looksAt = async (app: App, who: Name | undefined, id: string, view: string, more: Record<string, string> = {}) => {
  const { cookie } = (await app.headers(who)) as { cookie?: string }
  return fetch(`${app.url}/files/${id}/${view}`, { headers: { ...(cookie ? { cookie } : {}), ...more } })
}
