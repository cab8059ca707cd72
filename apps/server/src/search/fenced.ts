import type { Customer } from '@lintel/domain'
import { normalForm } from './normal-form.ts'

/**
 * Personal data is searched for behind the same row-level security as the customer it is of, and PostgreSQL uses an index
 * there only for comparisons that give nothing away: so each fragment of a name is the beginning of a row (X-7, SEC-5),
 * and the end of a phone, read backwards, is the beginning of one as well.
 */
const phoneMark = '#'
const reversed = (digits: string) => [...digits].toReversed().join('')

/** What somebody may remember of a customer's phone, as the beginning of a row. */
export const endingKey = (digits: string) => phoneMark + reversed(digits)

export const suffixesOf = ({ name, phone, otherPhone }: Customer): readonly string[] => {
  const letters = [...normalForm(name)]
  const digits = [phone, otherPhone].flatMap((number) => (number ? [number.replaceAll(/\D/gu, '')] : [])).filter((one) => one !== '')
  return [
    ...new Set([
      ...letters.map((_, n) => letters.slice(n).join('')).filter((suffix) => !suffix.startsWith(' ') && !suffix.startsWith(phoneMark)),
      ...digits.map(endingKey),
    ]),
  ]
}

/** The first text after all that begin so, in the order of code points. */
export const beyond = (prefix: string) => `${prefix}\u{10FFFF}`
