import { fen, writeMoney, type Moment } from '@lintel/domain'
import { maskedName, maskedPhone } from '../schema/mask.ts'
import { seesPersonal } from '../schema/reading.ts'
import { phrase, writtenMoment } from '../words/say.ts'
import { namesOf, type Ask } from './names.ts'
import type { Column, For } from './shown.ts'
import { valueWord } from './words.ts'

/** A cell with its kind, so that a workbook gets real numbers and days. Moments are milliseconds; money is yuan with cents. */
export type Cell =
  | { readonly is: 'text' | 'number' | 'money' | 'day'; readonly text: string }
  | { readonly is: 'moment'; readonly at: Moment }
  | undefined
export type Cells = readonly Cell[]

/** As a person reads it. Times are of Asia/Shanghai. */
export const cellText = (cell: Cell): string => (cell === undefined ? '' : cell.is === 'moment' ? writtenMoment(cell.at) : cell.text)

/** 9999-12-31 is how a due time that is none is stored. */
const never = Date.parse('9999-01-01T00:00:00Z')
const masks: Readonly<Record<string, (text: string) => string>> = { name: maskedName, phone: (text) => maskedPhone(text) ?? '' }

type Row = Readonly<Record<string, unknown>>
/** What these rows show in each column, to this reader. */
export const cellsOf = async (ask: Ask, columns: readonly Column[], rows: readonly Row[], reading: For): Promise<readonly Cells[]> => {
  const { language, reader } = reading
  const names = await namesOf(ask, columns, rows, reading)
  const between = language === 'zh' ? '、' : ', '
  const text = (said: string): Cell => (said === '' ? undefined : { is: 'text', text: said })
  const cell = ({ key, field }: Column, value: unknown, row: Row): Cell => {
    if (value === null || value === undefined) return undefined
    const all = [value].flat().map(String)
    switch (field.kind) {
      case 'ref':
      case 'refs':
        return text(all.flatMap((id) => (id.startsWith('=') ? id.slice(1) : (names.get(id) ?? []))).join(between))
      case 'choice':
      case 'choices':
      case 'numbers':
        return text(all.map((one) => valueWord(field, one, language)).join(between))
      case 'flag':
        return text(phrase(language, value === true ? 'yes' : 'no', {}))
      case 'moment': {
        const at = (value as Date).getTime()
        return at >= never ? undefined : { is: 'moment', at: at as Moment }
      }
      case 'date':
        return { is: 'day', text: String(value) }
      case 'money':
        return { is: 'money', text: writeMoney(fen(BigInt(String(value)))) }
      case 'count':
        return { is: 'number', text: String(value) }
      case 'text': {
        const open = field.permission === undefined || seesPersonal({ projectIds: (row['places'] ?? []) as readonly string[] }, { reader })
        return text(open ? String(value) : (masks[key]?.(String(value)) ?? '***'))
      }
    }
  }
  return rows.map((row) => columns.map((column, n) => cell(column, row[`c${n}`], row)))
}
