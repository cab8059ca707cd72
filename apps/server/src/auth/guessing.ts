import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Budget } from './budgets.ts'
import { networkOf } from './network.ts'

const hours = 3600

/** Of an account there is the same text whether anybody has it or not. SEC-13 */
const nameOf = (account: string) => createHash('sha256').update(account.toLowerCase()).digest('base64url').slice(0, 22)

const perAddress = (address: string): Budget => ({ key: `from ${networkOf(address)}`, most: 60, every: 5 })
const perAccount = (account: string): Budget => ({ key: `at ${nameOf(account)}`, most: 100, every: 180 })
const perPair = (account: string, address: string): Budget => ({
  key: `at ${nameOf(account)} from ${networkOf(address)}`,
  most: 10,
  every: 900,
})
const perDevice = (account: string, device: string): Budget => ({ key: `at ${nameOf(account)} on ${device}`, most: 10, every: 900 })

/** From one address there are fewer guesses in an hour than the account's budget regains: alone it shuts nobody else out. */
export const passwordBudgets = (account: string, address: string, device: string | undefined): readonly Budget[] => [
  perAddress(address),
  ...(device ? [perDevice(account, device)] : [perPair(account, address), perAccount(account)]),
]
/** Whoever sets a password by the administrator's link is whom the account is for. */
export const accountKeys = (account: string): readonly string[] => [perAccount(account).key]

/** Six digits, three of them right at a time: some 300 guesses a day make one in a thousand. */
export const codeBudgets = (user: string, address: string): readonly Budget[] => [
  perAddress(address),
  { key: `code ${user} from ${networkOf(address)}`, most: 5, every: 600 },
  { key: `code ${user}`, most: 20, every: 300 },
]
/** Somebody signed in says their password again. */
export const confirmBudgets = (user: string, address: string): readonly Budget[] => [
  perAddress(address),
  { key: `again ${user}`, most: 10, every: 300 },
]
/** Of links there are too many to be guessed; they are counted all the same. */
export const linkBudgets = (address: string): readonly Budget[] => [perAddress(address)]
/** Said once an hour in the log, however often it happens. */
export const onceAnHour = (what: string): Budget => ({ key: `said ${what}`, most: 1, every: hours })

/** Devices from which an account's password was right before keep a cookie that says so, one an account. */
export const deviceCookies = (secret: string) => {
  const sealed = (account: string, id: string) =>
    createHmac('sha256', secret)
      .update(`known device ${nameOf(account)} ${id}`)
      .digest('base64url')
  return {
    nameFor: (account: string) => `lintel.known.${nameOf(account).slice(0, 10)}`,
    make(account: string) {
      const id = randomBytes(12).toString('base64url')
      return `${id}.${sealed(account, id)}`
    },
    /** The device, where the cookie was made here for this account. */
    read(account: string, cookie: string | null | undefined): string | undefined {
      const [id = '', seal = ''] = (cookie ?? '').split('.')
      const right = Buffer.from(sealed(account, id))
      const given = Buffer.from(seal)
      return id && given.length === right.length && timingSafeEqual(given, right) ? id : undefined
    },
    seconds: 180 * 24 * hours,
  }
}
export type DeviceCookies = ReturnType<typeof deviceCookies>
