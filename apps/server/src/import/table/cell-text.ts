/** How a number is meant to be read: as it stands, as a day or time, or with zeros before it. */
export type Meaning = 'number' | 'date' | { readonly digits: number }

const builtInDates = new Set([
  14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 46, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58,
])

/** What a number format makes of a number: ECMA-376, 18.8.30. */
export const meaningOf = (id: number, code: string | undefined): Meaning => {
  if (code === undefined) return builtInDates.has(id) ? 'date' : 'number'
  const bare = code.replaceAll(/"[^"]*"|\\.|\[[^\]]*\]|_./g, '').split(';')[0] ?? ''
  if (/^0{2,}$/.test(bare)) return { digits: bare.length }
  return /[ymdhs年月日时]/i.test(bare) && !/general/i.test(bare) ? 'date' : 'number'
}

const day = 86_400_000
const two = (n: number) => String(n).padStart(2, '0')
/** A serial number as the day and time a spreadsheet shows. 1900 has a 29th of February there. */
const dateOf = (serial: number, from1904: boolean) => {
  const days = from1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial
  const at = new Date(Math.round(((days - 25_569) * day) / 1000) * 1000)
  if (Number.isNaN(at.getTime())) return undefined
  const time = `${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`
  if (serial < 1) return time
  const date = `${at.getUTCFullYear()}-${two(at.getUTCMonth() + 1)}-${two(at.getUTCDate())}`
  return time === '00:00:00' ? date : `${date} ${time}`
}

/** A number as a person reads it in the cell, to the last digit the file has. */
export const numberText = (written: string, meaning: Meaning, from1904: boolean): string => {
  const text = written.trim()
  if (meaning === 'date') return dateOf(Number(text), from1904) ?? text
  if (meaning !== 'number' && /^\d+$/.test(text)) return text.padStart(meaning.digits, '0')
  // 1.2E+17 is how spreadsheets write a large number, and 0.30000000000000004 how they write a third of nine tenths
  if (/e/i.test(text) || /\.\d{15,}$/.test(text)) {
    const rounded = Number(Number(text).toPrecision(15))
    if (Number.isFinite(rounded))
      return Math.abs(rounded) < 1e21 ? rounded.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 15 }) : text
  }
  return text
}

/** What XML cannot hold is written `_x000D_`. */
export const unescaped = (text: string) =>
  text.includes('_x') ? text.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text
