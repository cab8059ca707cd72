/** How an attempt to send ended. `unsure`: it may have arrived, so it is not sent again. REL-12 */
export type Sent = { readonly was: 'sent' } | { readonly was: 'refused' | 'unreachable' | 'unsure'; readonly error: string }

/** What is sent: a subject line, lines with their links, and one id for the whole. */
export type Letter = {
  readonly id: string
  readonly subject: string
  readonly lines: readonly { readonly text: string; readonly link?: string }[]
  /** Files that go with it. */
  readonly files?: readonly { readonly name: string; readonly bytes: Buffer }[]
  readonly footer: { readonly text: string; readonly link: string }
}

export const errorText = (error: unknown): string => (error instanceof Error ? error.message : String(error)).slice(0, 300)
