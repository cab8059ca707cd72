import type pdfmake from 'pdfmake'
import { phrase, type Language } from '../words/say.ts'

type Pages = Parameters<typeof pdfmake.createPdf>[0]
type Content = Pages['content']

/** One part of a report: the answer, then the figures, the strongest with a bar. */
export type Section = {
  readonly title: string
  readonly answer: string
  readonly head: readonly string[]
  readonly rows: readonly (readonly string[])[]
  /** How long each row's bar is, of the longest; none where rows are not compared. */
  readonly bars?: readonly number[]
}
export type Report = {
  readonly language: Language
  readonly title: string
  /** For whom, of when: what a reader has to know of the figures. */
  readonly about: readonly string[]
  readonly sections: readonly Section[]
  readonly notes: readonly string[]
}

const soft = '#59626e'
const line = '#c9ced6'
const lake = '#24689a'
const barRoom = 130

const bar = (part: number): Content => ({
  canvas: [{ type: 'rect', x: 0, y: 3, w: Math.max(0.5, part * barRoom), h: 8, color: lake }],
})

const tableOf = ({ head, rows, bars }: Section): Content => {
  const cells = (row: readonly string[], n: number): Content[] => [
    ...row.map((text, at): Content => ({ text, alignment: at === 0 ? 'left' : 'right' })),
    ...(bars ? [bar(bars[n] ?? 0)] : []),
  ]
  return {
    margin: [0, 4, 0, 0],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: ['*', ...head.slice(1).map(() => 'auto' as const), ...(bars ? [barRoom] : [])],
      body: [
        [
          ...head.map((text, at): Content => ({ text, color: soft, fontSize: 8.5, alignment: at === 0 ? 'left' : 'right' })),
          ...(bars ? [''] : []),
        ],
        ...rows.map(cells),
      ],
    },
    layout: {
      hLineWidth: () => 0.5,
      vLineWidth: () => 0,
      hLineColor: () => line,
      paddingLeft: (at) => (at === 0 ? 0 : 8),
    },
  }
}

/** The report on A4, as the department knows its papers: black on white, page x of y. X-4 */
export const pagesOf = ({ language, title, about, sections, notes }: Report): Pages => ({
  info: { title },
  pageSize: 'A4',
  pageMargins: [48, 54, 48, 54],
  defaultStyle: { font: 'NotoSansSC', fontSize: 10, lineHeight: 1.25 },
  footer: (page, pages) => ({
    text: phrase(language, 'report.page', { page, pages }),
    alignment: 'center',
    fontSize: 8.5,
    color: soft,
    margin: [0, 18, 0, 0],
  }),
  content: [
    { text: title, fontSize: 18, bold: true, alignment: 'center' },
    { text: about.join('　'), alignment: 'center', color: soft, fontSize: 9, margin: [0, 2, 0, 12] },
    ...sections.map((section): Content => ({
      margin: [0, 10, 0, 0],
      stack: [
        { text: section.title, bold: true, fontSize: 12 },
        { text: section.answer },
        ...(section.rows.length ? [tableOf(section)] : []),
      ],
    })),
    ...notes.map((text): Content => ({ text, color: soft, fontSize: 8.5, margin: [0, 12, 0, 0] })),
  ],
})
