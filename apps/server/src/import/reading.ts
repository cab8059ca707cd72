import type { Reader } from '../schema/context.ts'
import { say, saysProblem, type Language } from '../words/say.ts'
import type { Refusal } from '@lintel/domain'
import type { ImportInput, ImportKind } from './kinds/kind.ts'
import { importPermission, kindsFor } from './kinds/kinds.ts'
import { maskedIdentity, maskedName, maskedPhone } from '../schema/mask.ts'

/** A person's own imports; those of others for whoever may import the same everywhere. P-1 */
export const visibleImports = (reader: Reader, bind: (value: unknown) => string): string => {
  const kinds = kindsFor((permission) => reader.may(permission)).map(({ name }) => name)
  const everywhere = reader.actor.projects === 'all' && reader.may(importPermission)
  return `i.kind = any(${bind(kinds)}::text[]) and (i.by_id = ${bind(reader.actor.person)}::uuid or ${bind(everywhere)}::boolean)`
}

export const seesPersonal = (reader: Reader) => reader.may('customer.personal')

/** What stands in a cell, for whoever may not read who the customer is. X-7 */
export const maskedCell = (input: ImportInput | undefined, text: string): string => {
  if (text === '') return text
  switch (input?.personal) {
    case 'name':
      return maskedName(text)
    case 'phone':
      return maskedPhone(text) ?? ''
    case 'identity':
      return maskedIdentity(text) ?? ''
    case 'text':
      return '*'.repeat(Math.min(text.length, 8))
    default:
      return masked(text)
  }
}
/** Phones and identity numbers anywhere in a text. */
const masked = (text: string) =>
  text
    .replaceAll(/(?<!\d)\d{17}[\dXx](?!\d)/g, (number) => maskedIdentity(number) ?? '')
    .replaceAll(/(?<!\d)1\d{10}(?!\d)/g, (phone) => maskedPhone(phone) ?? '')

export type Note = {
  readonly line: number
  readonly is: 'error' | 'differs' | 'changed'
  readonly field: string
  readonly problem: string
  readonly value: string
  readonly details: unknown
}
/** What is wrong with a line and what to do, in the language of whoever reads. */
export const noteSays = ({ problem, value, details }: Note, language: Language, shown: string): string =>
  saysProblem(problem, language, shown === '' ? value : shown) ?? (details ? say(details as Refusal, language) : problem)

/** The heading of the column an input comes from. */
export const columnOfInput = (mapping: Readonly<Record<string, { readonly column?: string }>>, { inputs }: ImportKind, field: string) => {
  const of = field.split('.')[0] ?? ''
  const input = of in inputs ? of : Object.keys(inputs).find((name) => `${name}s` === of)
  return input === undefined ? undefined : mapping[input]?.column
}
