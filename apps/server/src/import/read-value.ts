import { readMoney } from '@lintel/domain'
import type { ImportInput } from './kinds/kind.ts'
import type { From } from './mapping.ts'
import { readMoment } from './read-moment.ts'

/** What is wrong with a cell. `value`: what stands there. */
export type Problem = { readonly field: string; readonly problem: string; readonly value: string }
export const isProblem = (read: unknown): read is Problem => typeof read === 'object' && read !== null && 'problem' in read

const yes = ['是', '有', '√', 'y', 'yes', 'true', '1', '对']
const no = ['否', '无', '×', 'n', 'no', 'false', '0', '非']
const eightHours = 8 * 3_600_000
const dayIn = (text: string) => {
  const at = readMoment(text)
  return at === undefined ? undefined : new Date(at + eightHours).toISOString().slice(0, 10)
}
const areaIn = (text: string) => {
  const found = /^(\d{1,6})(?:\.(\d+))?\s*(?:㎡|m2|m²|平方米|平米)?$/i.exec(text.replaceAll(/[,，]/g, ''))
  return found ? Math.round(Number(`${found[1] ?? '0'}.${found[2] ?? '0'}`) * 100) : undefined
}
const countIn = (text: string) => {
  const found = /^(-?\d{1,9})(?:\.0+)?\s*(?:层|楼|F)?$/i.exec(text)
  return found ? Number(found[1]) : undefined
}
const moneyIn = (text: string) => {
  const amount = text.replaceAll(/[¥￥元\s]/g, '')
  return readMoney(amount) === undefined ? undefined : amount
}
const one = (text: string) => text.replaceAll(/\s+/g, ' ').trim()

/** A cell's text as the value it stands for, or what is wrong with it; what names a record stays text. An empty cell says nothing. */
export const readValue = (name: string, input: ImportInput, { values, cut }: From, raw: string): unknown => {
  const whole = input.is === 'text' ? raw.trim() : one(raw)
  if (whole === '') return undefined
  const text = cut === undefined ? whole : whole.slice(0, cut)
  const or = (value: unknown, problem: string) => value ?? ({ field: name, problem, value: whole } satisfies Problem)
  switch (input.is) {
    case 'moment':
      return or(readMoment(text), 'notAMoment')
    case 'day':
      return or(dayIn(text), 'notADate')
    case 'count':
      return or(countIn(text), 'notACount')
    case 'area':
      return or(areaIn(text), 'notAnArea')
    case 'money':
      return or(moneyIn(text), 'notMoney')
    case 'flag':
      return or(yes.includes(text.toLowerCase()) ? true : no.includes(text.toLowerCase()) ? false : undefined, 'notAFlag')
    case 'choice':
      return or(values?.[text] ?? input.words?.[text.toLowerCase()], 'notAChoice')
    default:
      return values?.[text] ?? text
  }
}
