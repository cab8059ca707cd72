import type { Input, KeptFile, Shape } from '@lintel/domain'

type Given = Readonly<Record<string, unknown>>
const isGiven = (value: unknown): value is Given => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Rebuilds what is given with each file replaced; what has no file in its declaration is left as it is. */
const through = (input: Input, value: unknown, each: (id: string) => unknown): unknown => {
  // what describes itself as a file is none
  if (input.kind === 'file') return typeof value === 'string' ? each(value) : value === undefined || value === null ? undefined : false
  if (input.kind === 'list') return Array.isArray(value) ? value.map((one: unknown) => through(input.of, one, each)) : value
  return input.kind === 'group' && isGiven(value) ? throughShape(input.shape, value, each) : value
}
const throughShape = (shape: Shape, given: Given, each: (id: string) => unknown): Given =>
  Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name, value === null || !shape[name] ? value : through(shape[name], value, each)]),
  )

const has = new WeakMap<Shape, boolean>()
const takes = (input: Input): boolean =>
  input.kind === 'file' || (input.kind === 'list' && takes(input.of)) || (input.kind === 'group' && takesFiles(input.shape))
const takesFiles = (shape: Shape): boolean => {
  const known = has.get(shape) ?? Object.values(shape).some(takes)
  has.set(shape, known)
  return known
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Looks up the files a decision is shown; one that may not be shown stays a bare id, which the reading of the input refuses. X-8 */
export const withFiles = async (
  shape: Shape,
  raw: unknown,
  find: (ids: readonly string[]) => Promise<readonly KeptFile[]>,
): Promise<unknown> => {
  if (!isGiven(raw) || !takesFiles(shape)) return raw
  const asked = new Set<string>()
  throughShape(shape, raw, (id) => asked.add(id))
  const ids = [...asked].filter((id) => uuid.test(id))
  const found = new Map((ids.length ? await find(ids) : []).map((file) => [file.id as string, file]))
  return throughShape(shape, raw, (id) => found.get(id.toLowerCase()) ?? id)
}
