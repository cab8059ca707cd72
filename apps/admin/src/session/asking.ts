/** What a route of signing in answers: its code in words of the server, and how long to wait where it was too often. */
export type Told = {
  readonly ok: boolean
  readonly status: number
  readonly code: string
  readonly minutes: number
  readonly body: unknown
}

const unreachable: Told = { ok: false, status: 0, code: '', minutes: 1, body: {} }

const codeIn = (body: unknown) => {
  const code = typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
  return typeof code === 'string' ? code : ''
}

/** Asks a route of signing in; a lost connection is an answer too. */
export const askAuth = async (path: string, fields?: Readonly<Record<string, string>>): Promise<Told> => {
  try {
    const answer = await fetch(`/api/auth/${path}`, {
      credentials: 'same-origin',
      ...(fields ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(fields) } : {}),
    })
    const body: unknown = await answer.json().catch(() => ({}))
    const wait = Number(answer.headers.get('retry-after') ?? 60)
    return { ok: answer.ok, status: answer.status, code: codeIn(body), minutes: Math.max(1, Math.ceil(wait / 60)), body }
  } catch {
    return unreachable
  }
}
