const persons: readonly (readonly [RegExp, string])[] = [
  // tokens before anything that looks like a part of one
  [/\b(?:eyJ[\w-]+\.[\w-]+\.[\w-]*|[A-Za-z0-9_-]{40,})\b/g, '[token]'],
  [/((?:token|secret|password|key|sign|cookie|authorization)["']?\s*[:=]\s*)["']?[^\s"'&,;)]+/gi, '$1[secret]'],
  [/[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, '[e-mail]'],
  [/(?<![\dA-Fa-f-])\d{17}[\dXx](?![\dA-Fa-f-])/g, '[identity]'],
  [/(?<![\dA-Fa-f-])(?:\+?\d[\d -]{5,}\d)(?![\dA-Fa-f-])/g, '[number]'],
]

/** The text without anything by which a person could be found or a door opened. SEC-21 */
export const withoutPersons = (text: string): string =>
  persons.reduce((plain, [pattern, instead]) => plain.replaceAll(pattern, instead), text)

type Plain = {
  readonly name: string
  readonly message: string
  readonly code?: string
  readonly table?: string
  readonly constraint?: string
  readonly at: readonly string[]
  readonly cause?: Plain
}
const deepest = 3
const frames = 12

/** Where an error happened and what it is called; PostgreSQL's detail, which shows the row, is left out. */
export const plainError = (error: unknown, depth = 0): Plain => {
  if (!(error instanceof Error)) return { name: typeof error, message: withoutPersons(String(error)).slice(0, 500), at: [] }
  const { code, table, constraint } = error as Error & { readonly code?: unknown; readonly table?: unknown; readonly constraint?: unknown }
  const text = (value: unknown) => (typeof value === 'string' ? value : undefined)
  const [named, on, which] = [text(code), text(table), text(constraint)]
  return {
    name: error.name,
    // what stands in quotes was given by somebody
    message: withoutPersons(error.message.replaceAll(/"[^"\n]{0,400}"/g, '"…"')).slice(0, 500),
    ...(named === undefined ? {} : { code: named }),
    ...(on === undefined ? {} : { table: on }),
    ...(which === undefined ? {} : { constraint: which }),
    at: (error.stack ?? '')
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, frames)
      .map((line) => line.trim().slice(3)),
    ...(error.cause !== undefined && depth < deepest ? { cause: plainError(error.cause, depth + 1) } : {}),
  }
}
