import type { Cell, Cells } from './cells.ts'
import type { Heading } from './heading.ts'

// What a workbook is made of: ECMA-376. Only what a list needs of it.

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

/** What XML cannot hold is left out; `_x0041_` would be read as a letter. */
const escaped = (text: string) =>
  text
    .replaceAll(/[^\P{Cc}\t\n\r]|[\uFFFE\uFFFF]/gu, '')
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')

/** By their place in `styles`. */
const style = { text: 0, head: 1, day: 2, moment: 3, money: 4, number: 5, quoted: 6 } as const
// quotePrefix: also whoever edits the cell does not make a formula of it. SEC-15
const styles = `${head}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/><numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm"/><numFmt numFmtId="166" formatCode="#,##0.00"/></numFmts><fonts count="2"><font><sz val="11"/><name val="等线"/></font><font><b/><sz val="11"/><name val="等线"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="7"><xf/><xf fontId="1" applyFont="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf numFmtId="166" applyNumberFormat="1"/><xf numFmtId="3" applyNumberFormat="1"/><xf quotePrefix="1"/></cellXfs></styleSheet>`

/** What a workbook may hold on one sheet, its headings among them. */
export const mostRows = 1_048_576
/** A cell holds no more than this. */
const longest = 32_767

const hour = 3_600_000
/** A time as a spreadsheet counts: days since 1899-12-30, in Asia/Shanghai. */
const serial = (at: number) => String(Math.round(((at + 8 * hour) / (24 * hour) + 25_569) * 1e8) / 1e8)
const formula = /^'*[=+\-@\t\r＝＋－＠]/

const cellXml = (cell: Cell): string => {
  if (cell === undefined) return '<c/>'
  switch (cell.is) {
    case 'text': {
      const said = cell.text.slice(0, longest)
      return `<c t="inlineStr"${formula.test(said) ? ` s="${style.quoted}"` : ''}><is><t xml:space="preserve">${escaped(said)}</t></is></c>`
    }
    case 'moment':
      return `<c s="${style.moment}"><v>${serial(cell.at)}</v></c>`
    case 'day':
      return `<c s="${style.day}"><v>${serial(Date.parse(`${cell.text}T00:00:00+08:00`))}</v></c>`
    case 'money':
    case 'number':
      return `<c s="${style[cell.is]}"><v>${cell.text}</v></c>`
  }
}
export const rowXml = (cells: Cells) => `<row>${cells.map(cellXml).join('')}</row>`

const letter = (n: number): string => (n < 26 ? '' : letter(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26))

/** Headings stand still above the rows, and columns that are pinned on the screen beside them. */
export const sheetHead = (columns: readonly Heading[]) => {
  const still = columns.findIndex(({ field }) => field.pinned !== 'left')
  const split = Math.max(0, still)
  const pane = `<pane ${split ? `xSplit="${split}" ` : ''}ySplit="1" topLeftCell="${letter(split)}2" activePane="${split ? 'bottomRight' : 'bottomLeft'}" state="frozen"/>`
  const widths = columns.map(
    ({ field }, n) => `<col min="${n + 1}" max="${n + 1}" width="${Math.max(8, Math.round(field.width / 7))}" customWidth="1"/>`,
  )
  const headings = columns.map(({ label }) => `<c t="inlineStr" s="${style.head}"><is><t>${escaped(label)}</t></is></c>`)
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData><row>${headings.join('')}</row>`
}
export const sheetEnd = '</sheetData></worksheet>'

export const sheetPath = (n: number) => `xl/worksheets/sheet${n + 1}.xml`
/** A sheet's name is at most 31 letters, without some. */
const sheetName = (title: string, n: number) => escaped(`${title.replaceAll(/[\\/?*[\]:']/g, ' ').slice(0, 26)}${n ? ` ${n + 1}` : ''}`)
const relation = (id: string, kind: string, target: string) => `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`
const type = (part: string, of: string) =>
  `<Override PartName="/${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${of}+xml"/>`

/** What says which sheets there are; they are known when all rows have been written. */
export const binding = (title: string, sheets: number): readonly (readonly [path: string, xml: string])[] => {
  const each = Array.from({ length: sheets }, (_, n) => n)
  const related = (inside: string) => `${head}<Relationships xmlns="${packages}/relationships">${inside}</Relationships>`
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${type('xl/workbook.xml', 'sheet.main')}${type('xl/styles.xml', 'styles')}${each.map((n) => type(sheetPath(n), 'worksheet')).join('')}</Types>`,
    ],
    ['_rels/.rels', related(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets>${each.map((n) => `<sheet name="${sheetName(title, n)}" sheetId="${n + 1}" r:id="s${n + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      related(
        `${each.map((n) => relation(`s${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${relation('styles', 'styles', 'styles.xml')}`,
      ),
    ],
    ['xl/styles.xml', styles],
  ]
}
