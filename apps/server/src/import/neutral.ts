/** What a spreadsheet takes for a formula, also in the wide forms of Chinese input. SEC-15 */
const formula = /^'*[=+\-@\t\r＝＋－＠]/

/** A cell that a spreadsheet never takes for a formula: a mark before it says that it is text. SEC-15 */
export const neutral = (text: string): string => (formula.test(text) ? `'${text}` : text)
/** The same cell as it was before. */
export const original = (text: string): string => (text.startsWith("'") && formula.test(text.slice(1)) ? text.slice(1) : text)

/** One line of a csv file. */
export const csvLine = (cells: readonly string[]): string =>
  `${cells.map((cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')}\r\n`
