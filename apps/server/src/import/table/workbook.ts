import { openParts, readPart, type Parts } from './parts.ts'
import { meaningOf, unescaped, type Meaning } from './cell-text.ts'
import { mergesOf, sheetRows } from './sheet.ts'
import { bounds, Unreadable, type Table } from './table.ts'

const directory = (path: string) => path.slice(0, path.lastIndexOf('/') + 1)
const relationsOf = (path: string) => `${directory(path)}_rels/${path.slice(directory(path).length)}.rels`
const resolved = (from: string, target: string) =>
  target.startsWith('/') ? target.slice(1) : new URL(target, `http://here/${directory(from)}`).pathname.slice(1)

/** Where the parts are that a part speaks of, by their id and by their kind. */
const relations = async (parts: Parts, of: string) => {
  const byId = new Map<string, string>()
  const byKind = new Map<string, string>()
  if (parts.has(relationsOf(of)))
    await readPart(await parts.open(relationsOf(of), bounds.part), {
      open({ name, attributes: { Id, Type = '', Target } }) {
        if (name !== 'Relationship' || Id === undefined || Target === undefined) return
        byId.set(Id, resolved(of, Target))
        byKind.set(Type.slice(Type.lastIndexOf('/') + 1), resolved(of, Target))
      },
    })
  return { byId, byKind }
}

/** What each style of a cell makes of a number. */
const stylesIn = async (parts: Parts, path: string): Promise<readonly Meaning[]> => {
  const codes = new Map<number, string>()
  const meanings: Meaning[] = []
  let inCells = false
  await readPart(await parts.open(path, bounds.part), {
    open({ name, attributes: { numFmtId, formatCode } }) {
      if (name === 'numFmt') codes.set(Number(numFmtId), formatCode ?? '')
      if (name === 'cellXfs') inCells = true
      if (name === 'xf' && inCells) meanings.push(meaningOf(Number(numFmtId ?? 0), codes.get(Number(numFmtId))))
    },
    close({ name }) {
      if (name === 'cellXfs') inCells = false
    },
  })
  return meanings
}

/** The texts that cells share; how to pronounce them is left out. */
const textsIn = async (parts: Parts, path: string): Promise<readonly string[]> => {
  const texts: string[] = []
  let text = ''
  let [reading, aloud] = [false, false]
  await readPart(await parts.open(path, bounds.texts), {
    open({ name }) {
      if (name === 'si') text = ''
      if (name === 't') reading = !aloud
      if (name === 'rPh') aloud = true
    },
    text(more) {
      if (reading) text += more
    },
    close({ name }) {
      if (name === 't') reading = false
      if (name === 'rPh') aloud = false
      if (name === 'si') texts.push(unescaped(text))
    },
  })
  return texts
}

type Sheet = { readonly name: string; readonly path: string }
const sheetsIn = async (parts: Parts, path: string, byId: ReadonlyMap<string, string>) => {
  const sheets: Sheet[] = []
  let from1904 = false
  await readPart(await parts.open(path, bounds.part), {
    open({ name, attributes }) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      const at = name === 'sheet' ? byId.get(attributes['r:id'] ?? attributes['id'] ?? '') : undefined
      // a sheet of charts has no rows
      if (at && parts.has(at) && at.includes('worksheets/')) sheets.push({ name: attributes['name'] ?? '', path: at })
    },
  })
  return { sheets, from1904 }
}

/** An xlsx workbook: its sheets are read piece by piece, however many rows it says it has. */
export const readWorkbook = async <Result>(path: string, work: (table: Table) => Promise<Result>): Promise<Result> => {
  const parts = await openParts(path)
  try {
    const book = (await relations(parts, '')).byKind.get('officeDocument')
    if (!book || !parts.has(book)) throw new Unreadable('notReadable')
    const { byId, byKind } = await relations(parts, book)
    const { sheets, from1904 } = await sheetsIn(parts, book, byId)
    if (sheets.length === 0) throw new Unreadable('empty')
    const [styles, texts] = [byKind.get('styles'), byKind.get('sharedStrings')]
    const looks = {
      from1904,
      meanings: styles && parts.has(styles) ? await stylesIn(parts, styles) : [],
      texts: texts && parts.has(texts) ? await textsIn(parts, texts) : [],
    }
    return await work({
      sheets: sheets.map(({ name }) => name),
      async *rows(called) {
        const sheet = called === undefined ? sheets[0] : sheets.find(({ name }) => name === called)
        if (!sheet) throw new Unreadable('noSuchSheet')
        const merged = await mergesOf(await parts.open(sheet.path, bounds.sheet))
        yield* sheetRows(await parts.open(sheet.path, bounds.sheet), looks, merged)
      },
    })
  } finally {
    parts.close()
  }
}
