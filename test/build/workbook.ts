import { zip } from './hostile/packed.ts'

/** A cell of a workbook as spreadsheets write it: text, or XML of one's own. */
export type Cell = string | { readonly xml: string } | undefined
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
const letter = (n: number) => String.fromCharCode(65 + n)

type Options = {
  readonly dimension?: string
  /** Areas of merged cells, such as `A2:A4`. */
  readonly merged?: readonly string[]
  /** Further rows as XML. */
  readonly more?: string
  readonly sheets?: Readonly<Record<string, readonly (readonly Cell[])[]>>
}
/** Styles 1: a day, 2: five digits with zeros before, 3: a day in words. */
const styles = `<?xml version="1.0"?><styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="00000"/><numFmt numFmtId="165" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;\\ h:mm"/></numFmts><cellXfs count="4"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/></cellXfs></styleSheet>`

/** An xlsx workbook with these rows, texts shared as Excel shares them. */
export const workbook = (rows: readonly (readonly Cell[])[], { dimension, merged = [], more = '', sheets }: Options = {}): Buffer => {
  const texts: string[] = []
  const sheetOf = (of: readonly (readonly Cell[])[], first: boolean) => {
    const written = of.map((cells, n) => {
      const inside = cells.map((cell, column) => {
        if (cell === undefined) return ''
        const at = `${letter(column)}${n + 1}`
        if (typeof cell === 'object') return cell.xml.replace('<c', `<c r="${at}"`)
        return `<c r="${at}" t="s"><v>${texts.push(cell) - 1}</v></c>`
      })
      return `<row r="${n + 1}">${inside.join('')}</row>`
    })
    const areas = first && merged.length ? `<mergeCells>${merged.map((area) => `<mergeCell ref="${area}"/>`).join('')}</mergeCells>` : ''
    return `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${dimension ? `<dimension ref="${dimension}"/>` : ''}<sheetData>${written.join('')}${first ? more : ''}</sheetData>${areas}</worksheet>`
  }
  const all = sheets ? Object.entries(sheets) : [['Sheet1', rows] as const]
  const written = all.map(([, of], n) => sheetOf(of, n === 0))
  const relation = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="${target}"/>`
  const relations = (inside: string) =>
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${inside}</Relationships>`
  const files: [string, string][] = [
    [
      '[Content_Types].xml',
      '<?xml version="1.0"?><Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
    ],
    ['_rels/.rels', relations(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>${all.map(([name], n) => `<sheet name="${escaped(name)}" sheetId="${n + 1}" r:id="rId${n + 1}"/>`).join('')}</sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relations(
        `${all.map((_, n) => relation(`rId${n + 1}`, 'worksheet', `worksheets/sheet${n + 1}.xml`)).join('')}${relation('s', 'styles', 'styles.xml')}${relation('t', 'sharedStrings', 'sharedStrings.xml')}`,
      ),
    ],
    ['xl/styles.xml', styles],
    [
      'xl/sharedStrings.xml',
      `<?xml version="1.0"?><sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${texts.map((text) => `<si><t xml:space="preserve">${escaped(text)}</t></si>`).join('')}</sst>`,
    ],
    ...written.map((xml, n): [string, string] => [`xl/worksheets/sheet${n + 1}.xml`, xml]),
  ]
  return zip(files.map(([name, content]) => [name, Buffer.from(content)]))
}
/** Rows that say they are there and hold nothing, as a spreadsheet that once held more writes them. */
export const emptyRows = (from: number, to: number) => {
  let rows = ''
  for (let n = from; n <= to; n++) rows += `<row r="${n}"><c r="A${n}" s="1"/><c r="B${n}" s="1"/></row>`
  return rows
}
