import { evidenceKinds, type EvidenceKind, type KeptFile } from './file.ts'
import { readMoney, type Money } from './money.ts'
import { readQuantity, type Quantity } from './quantity.ts'
import { refuse, type Refusal } from './refusal.ts'
import type { Id, Moment } from './values.ts'

/**
 * What a decision must be told, declared once: from it come the TypeScript type, the GraphQL input, the check with its
 * message beside the field, and the form on the screen.
 */
export type Input<T = unknown> = Declaration & { readonly optional?: boolean; readonly value?: () => T }
type Declaration =
  | { readonly kind: 'text'; readonly max: number; readonly long?: boolean }
  | { readonly kind: 'money' }
  | { readonly kind: 'quantity' }
  | { readonly kind: 'moment'; readonly notAfterNow?: boolean }
  | { readonly kind: 'date' }
  | { readonly kind: 'drawing' }
  | { readonly kind: 'count'; readonly min: number; readonly max: number }
  | { readonly kind: 'flag' }
  | { readonly kind: 'choice'; readonly of: string; readonly values: readonly string[] }
  | { readonly kind: 'ref'; readonly noun: string }
  | { readonly kind: 'file' }
  | { readonly kind: 'list'; readonly of: Input; readonly min: number; readonly max: number }
  | { readonly kind: 'group'; readonly name: string; readonly shape: Shape }
export type Shape = Readonly<Record<string, Input>>

type Value<I> = I extends { readonly value?: () => infer T } ? T : never
type OptionalKeys<S> = { [K in keyof S]: S[K] extends { readonly optional: true } ? K : never }[keyof S]
/** What a decision is given, typed by what it declared. */
export type Given<S> = { readonly [K in Exclude<keyof S, OptionalKeys<S>>]: Value<S[K]> } & {
  readonly [K in OptionalKeys<S>]?: Value<S[K]>
}

export const text = (max = 200): Input<string> => ({ kind: 'text', max })
export const longText = (max = 4000): Input<string> => ({ kind: 'text', max, long: true })
/** Yuan with two decimals. F-3 */
export const money = (): Input<Money> => ({ kind: 'money' })
/** A measured quantity with up to three decimals, more than nothing. E-6 */
export const quantity = (): Input<Quantity> => ({ kind: 'quantity' })
export const moment = (): Input<Moment> => ({ kind: 'moment' })
/** When something happened: never later than now. N-2 */
export const happened = (): Input<Moment> => ({ kind: 'moment', notAfterNow: true })
/** A calendar day in Asia/Shanghai, `2026-11-24`. */
export const date = (): Input<string> => ({ kind: 'date' })
export const count = (min: number, max: number): Input<number> => ({ kind: 'count', min, max })
/** A signature drawn on the screen: the path of an SVG in a box of 1000 × 300. C-9 */
export const drawing = (): Input<string> => ({ kind: 'drawing' })
export const flag = (): Input<boolean> => ({ kind: 'flag' })
/** One of a closed list; `of` is the list's name in the schema and in the catalogues. */
export const choice = <V extends string>(of: string, values: readonly V[]): Input<V> => ({ kind: 'choice', of, values })
export const ref = <N extends string>(noun: N): Input<Id<N>> => ({ kind: 'ref', noun })
/** A file that was uploaded before. From outside comes its id; whoever plays the decision has looked it up. X-8 */
export const file = (): Input<KeptFile> => ({ kind: 'file' })
export const list = <T>(of: Input<T>, { min = 0, max = 100 } = {}): Input<readonly T[]> => ({ kind: 'list', of, min, max })
export const group = <S extends Shape>(name: string, shape: S): Input<Given<S>> => ({ kind: 'group', name, shape })
export const optional = <T>(input: Input<T>): Input<T> & { readonly optional: true } => ({ ...input, optional: true })

/** Photos, video and papers that prove something: the file, or where the paper is kept, in words. C-1, N-2 */
const evidence = group('Evidence', {
  kind: choice('EvidenceKind', evidenceKinds),
  title: text(),
  reference: optional(text(500)),
  file: optional(file()),
})
export type Evidence = { readonly kind: EvidenceKind; readonly title: string; readonly reference?: string; readonly file?: KeptFile }
/** Any number of proofs, within reason. */
export const proofs = ({ min = 0 } = {}) => list(evidence, { min, max: 50 })

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
// moves and lines between whole points, so that nothing else can hide in it
const path = /^(M\d{1,4} \d{1,4}( ?L\d{1,4} \d{1,4})+ ?)+$/
const bad = (field: string, problem: string) => refuse('BadInput', { field, problem })
const isBad = (read: unknown): read is Refusal => typeof read === 'object' && read !== null && 'refused' in read

// control characters never belong in a record, and half a surrogate pair cannot be stored
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const unwritable = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/
const readOne = (input: Input, raw: unknown, field: string, now: Moment): unknown => {
  switch (input.kind) {
    case 'text': {
      if (typeof raw !== 'string') return bad(field, 'missing')
      const text = raw.trim()
      if (text === '') return bad(field, 'missing')
      if (unwritable.test(text)) return bad(field, 'characters')
      return text.length > input.max ? bad(field, 'tooLong') : text
    }
    case 'money': {
      if (typeof raw === 'bigint') return raw
      const amount = typeof raw === 'string' ? readMoney(raw) : undefined
      return amount === undefined ? bad(field, 'notMoney') : amount
    }
    case 'quantity': {
      const measured = typeof raw === 'string' ? readQuantity(raw) : undefined
      return measured ?? bad(field, 'notAQuantity')
    }
    case 'moment': {
      const at = raw instanceof Date ? raw.getTime() : typeof raw === 'string' ? Date.parse(raw) : raw
      if (typeof at !== 'number' || !Number.isFinite(at)) return bad(field, 'notAMoment')
      if (at < Date.UTC(1990, 0, 1) || at > Date.UTC(2100, 0, 1)) return bad(field, 'notAMoment')
      return input.notAfterNow && at > now ? refuse('InTheFuture', { now }) : at
    }
    case 'date':
      return typeof raw === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(raw) && !Number.isNaN(Date.parse(raw)) ? raw : bad(field, 'notADate')
    case 'count':
      return typeof raw === 'number' && Number.isInteger(raw) && raw >= input.min && raw <= input.max ? raw : bad(field, 'outOfRange')
    case 'drawing':
      return typeof raw === 'string' && raw.length <= 40_000 && path.test(raw) ? raw : bad(field, 'notADrawing')
    case 'flag':
      return typeof raw === 'boolean' ? raw : bad(field, 'missing')
    case 'choice':
      return typeof raw === 'string' && input.values.includes(raw) ? raw : bad(field, 'notAChoice')
    case 'ref':
      return typeof raw === 'string' && uuid.test(raw) ? raw.toLowerCase() : bad(field, 'notFound')
    case 'file':
      return typeof raw === 'object' && raw !== null && 'hash' in raw ? raw : bad(field, 'notFound')
    case 'list': {
      if (!Array.isArray(raw)) return bad(field, 'missing')
      if (raw.length < input.min) return bad(field, 'tooFew')
      if (raw.length > input.max) return bad(field, 'tooMany')
      const read = raw.map((one: unknown, n) => readOne(input.of, one, `${field}.${n}`, now))
      return read.find(isBad) ?? read
    }
    case 'group':
      return readInput(input.shape, raw, now, `${field}.`)
  }
}

/** Reads what came from outside into what the decision was declared to be given; the first thing wrong is named by its field. */
export const readInput = (shape: Shape, raw: unknown, now: Moment, path = ''): Record<string, unknown> | Refusal => {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return bad(path.replace(/\.$/, ''), 'missing')
  const from = raw as Record<string, unknown>
  const given: Record<string, unknown> = {}
  for (const [name, input] of Object.entries(shape)) {
    const value = from[name]
    const absent = value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
    if (absent && input.optional) continue
    const read = readOne(input, value, path + name, now)
    if (isBad(read)) return read
    given[name] = read
  }
  return given
}
