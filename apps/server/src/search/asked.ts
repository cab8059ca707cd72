import { normalForm } from './normal-form.ts'
import { askedUnit } from './unit-names.ts'

/** What somebody looks for: every term must be in the record. */
export type Asked = {
  readonly terms: readonly string[]
  /** The same read as the name of a unit. */
  readonly unit: readonly string[] | undefined
  /** Digits alone: the end of a phone number. */
  readonly ending: string | undefined
}

/** More than this is not read: nobody types it, and a pasted letter is found by its beginning. */
const longest = 200
const mostTerms = 20
const leastDigits = 3
export const leastCharacters = 2

const lengthOf = (text: string) => [...text].length

/** `TS2026000123` is TS-2026-000123. */
const asNumber = (form: string) => /^([a-z]{2})(\d{4})(\d{6})$/u.exec(form)?.slice(1).join('-')

/** Spaces part the terms; one of them has two characters or more, or there is nothing to look for. */
export const readAsked = (text: string, least = leastCharacters): Asked | undefined => {
  const form = normalForm([...text.slice(0, 2 * longest)].slice(0, longest).join('')).trim()
  const number = asNumber(form)
  const terms = number ? [number] : [...new Set(form.split(' ').filter((term) => term !== ''))].slice(0, mostTerms)
  if (!terms.some((term) => lengthOf(term) >= least)) return undefined
  const digits = form.replaceAll(/[ +-]/gu, '')
  return { terms, unit: askedUnit(form), ending: /^\d+$/u.test(digits) && digits.length >= leastDigits ? digits : undefined }
}
