import type { DecisionName, NounName } from '@lintel/domain'
import en from '@lintel/words/en.json' with { type: 'json' }
import zh from '@lintel/words/zh.json' with { type: 'json' }

/** What a line may name by a word of its own instead of an id. */
export type Found = 'project' | 'building' | 'unit' | 'category' | 'customer' | 'contractor' | 'person'

/** One thing a line says: how its text is read, and under which headings files have it. */
export type ImportInput = {
  readonly is: 'text' | 'line' | 'moment' | 'day' | 'count' | 'area' | 'money' | 'flag' | 'choice' | Found
  readonly required?: true
  /** Several in one cell, set apart by commas and the like. */
  readonly many?: true
  /** Of a choice: the values by the words people write, in both languages. */
  readonly words?: Readonly<Record<string, string>>
  readonly values?: readonly string[]
  /** Of a choice: whose words they are in the catalogue. */
  readonly of?: string
  /** Headings under which it is found in files, besides its own name. */
  readonly heads: readonly string[]
  /** Who may not read customers' personal data sees it masked. X-7 */
  readonly personal?: 'name' | 'phone' | 'identity' | 'text'
}
/** What a line says, read and looked up. */
export type Said = Readonly<Record<string, unknown>>

/** What a file can bring: the inputs of its decision, how a record is known again, and what the decision is given. X-5 */
export type ImportKind = {
  readonly name: string
  readonly noun: NounName
  readonly adds: DecisionName
  /** How what the file says otherwise is taken over, if at all. */
  readonly changes?: DecisionName
  /** What whoever imports must hold; each line is decided with it again, in its own project. P-1 */
  readonly permissions: readonly string[]
  readonly inputs: Readonly<Record<string, ImportInput>>
  /** By what it is known again where the file has no ids of its own, the surest first. */
  known(said: Said): readonly string[]
  /** The same of a record that is here. */
  knownBy(record: Said): readonly string[]
  /** Where records of that kind are looked for: columns of its table with what they have to be one of. */
  where(said: readonly Said[]): readonly { readonly property: string; readonly values: readonly string[] }[]
  /** What the decision is given. */
  input(said: Said, source: string): Readonly<Record<string, unknown>>
  /** What of it is added to what is there instead of standing in its place. */
  readonly joined?: readonly string[]
  /** A record of another system: it owes nothing, and is known by its number there. C-15 */
  readonly history?: true
}

const text = (is: ImportInput['is'], heads: string, more: Omit<ImportInput, 'is' | 'heads'> = {}): ImportInput => ({
  is,
  heads: heads.split(' ').filter((head) => head !== ''),
  ...more,
})
export const required = { required: true } as const
export const many = { many: true } as const
export const input = text

type Choices = Readonly<Record<string, Readonly<Record<string, string>>>>
/** One of a closed list, by the words of the catalogue in either language or by its own name. */
export const choice = (of: string, heads: string, more: Omit<ImportInput, 'is' | 'heads'> = {}): ImportInput => {
  const named = [(zh.choice as Choices)[of] ?? {}, (en.choice as Choices)[of] ?? {}]
  const values = Object.keys(named[0] ?? {})
  const words = Object.fromEntries([
    ...values.map((value) => [value.toLowerCase(), value]),
    ...named.flatMap((catalogue) => Object.entries(catalogue).map(([value, word]) => [word.toLowerCase(), value])),
  ])
  return text('choice', heads, { ...more, of, values, words })
}
const isText = (value: unknown): value is string => typeof value === 'string'
/** A key made of texts, if they are all there. */
export const keyOf = (name: string, ...parts: readonly unknown[]): readonly string[] =>
  parts.every(isText) ? [[name, ...parts].join('\n')] : []
/** Whether it is an id already: a building that comes with its units has none yet. */
export const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text)
export const textsOf = (said: readonly Said[], name: string): readonly string[] => [...new Set(said.map((one) => one[name]).filter(isText))]
