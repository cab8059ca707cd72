/**
 * What ours stands beside. The peers are fetched when the bench is run, so that nobody else has to install them; that is
 * why their pages are texts here. All are MIT.
 */
export const packages = {
  'ag-grid-community': '36.2.0',
  'ag-grid-react': '36.2.0',
  '@glideapps/glide-data-grid': '6.0.3',
  lodash: '4.17.21',
  marked: '4.3.0',
  'react-responsive-carousel': '3.2.23',
  react: '19.3.1',
  'react-dom': '19.3.1',
}

const head = (rows: string) => `import { createElement as h } from 'react'
import { createRoot } from 'react-dom/client'
import { columns, count, rowAt } from ${JSON.stringify(rows)}
`
const show = (element: string) => `createRoot(document.getElementById('root')).render(${element})`

/** The source of each page, given where the rows are. */
export const pages: Readonly<Record<string, (rows: string) => string>> = {
  empty: (rows) => `${head(rows)}
void [columns, count, rowAt]
${show("h('div', null, 'empty')")}
window.scroller = () => document.documentElement
`,
  'AG Grid': (rows) => `${head(rows)}
import { AllCommunityModule, ModuleRegistry } from 'ag-grid-community'
import { AgGridReact } from 'ag-grid-react'
ModuleRegistry.registerModules([AllCommunityModule])
const rowData = Array.from({ length: count }, (_, n) => rowAt(n))
const columnDefs = columns.map((field) => ({ field, width: 150, ...(field === 'number' ? { pinned: 'left' } : {}) }))
${show("h('div', { style: { height: '100vh' } }, h(AgGridReact, { rowData, columnDefs, rowHeight: 40, getRowId: ({ data }) => data.id }))")}
window.scroller = () => document.querySelector('.ag-body-viewport') ?? document.querySelector('.ag-body-vertical-scroll-viewport')
`,
  Glide: (rows) => `${head(rows)}
import { DataEditor, GridCellKind } from '@glideapps/glide-data-grid'
import '@glideapps/glide-data-grid/dist/index.css'
document.body.appendChild(Object.assign(document.createElement('div'), { id: 'portal', style: 'position: fixed; left: 0; top: 0; z-index: 9999' }))
const shown = columns.map((title) => ({ id: title, title, width: 150 }))
const getCellContent = ([column, row]) => {
  const data = String(rowAt(row)[columns[column]])
  return { kind: GridCellKind.Text, data, displayData: data, allowOverlay: false }
}
${show("h(DataEditor, { columns: shown, getCellContent, rows: count, rowHeight: 40, freezeColumns: 1, width: '100%', height: window.innerHeight })")}
window.scroller = () => document.querySelector('.dvn-scroller')
`,
}
