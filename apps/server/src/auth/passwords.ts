import { dictionary } from '@zxcvbn-ts/language-common'

/** Any characters, Chinese ones too, but this many. */
export const shortest = 10

/** What is guessed first: the most common passwords that are long enough to be chosen here. */
const common = new Set((dictionary['passwords-common'] as readonly string[]).filter((word) => [...word].length >= shortest))
/** One sign or one run over and over, such as 1111111111 or 1234567890. */
const plain = (password: string) =>
  new Set(password).size <= 2 || '01234567890123456789'.includes(password) || '98765432109876543210'.includes(password)

/** Whether it is among those that are tried first. */
export const isCommon = (password: string): boolean => {
  const text = password.normalize('NFKC').toLowerCase()
  return common.has(text) || plain(text)
}
