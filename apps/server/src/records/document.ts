/** Values of the domain as JSON: one text for one value (keys sorted), so that it can be hashed and compared; money as {"fen":"…"}. */
export const written = (value: unknown): string => {
  if (typeof value === 'bigint') return `{"fen":"${value}"}`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  if (Array.isArray(value)) return `[${value.map(written).join(',')}]`
  const from = value as Record<string, unknown>
  const parts: string[] = []
  for (const name of Object.keys(from).toSorted()) {
    const part = from[name]
    if (part !== undefined) parts.push(`${JSON.stringify(name)}:${written(part)}`)
  }
  return `{${parts.join(',')}}`
}

const isMoney = (value: object): value is { fen: string } =>
  'fen' in value && typeof value.fen === 'string' && Object.keys(value).length === 1

/** The value again, from parsed JSON. */
export const revived = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(revived)
  if (isMoney(value)) return BigInt(value.fen)
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, revived(part)]))
}
