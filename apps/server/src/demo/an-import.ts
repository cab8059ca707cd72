import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type pg from 'pg'
import { importFile } from '../import/import-file.ts'
import { mappingFrom } from '../import/mapping-file.ts'
import { csvLine } from '../import/neutral.ts'
import { emailOf } from './staff.ts'

/** A list of contractors that the manager took over once more: those known are left alone, a line in other words is not. X-5 */
export const anImport = async (pool: pg.Pool, where: { readonly databaseUrl: string; readonly dataFolder: string }) => {
  const { rows } = await pool.query<{ name: string; kind: string; contact: string | null }>(
    'select name, kind, contact from contractor order by name limit 12',
  )
  const folder = await mkdtemp(join(tmpdir(), 'lintel-demo-'))
  try {
    const file = join(folder, '施工单位名录.csv')
    const lines = rows.map(({ name, kind, contact }) => [name, kind, contact ?? ''])
    await writeFile(file, [['单位名称', '单位类型', '联系人'], ...lines, ['四川华检工程检测有限公司', '检测', '']].map(csvLine).join(''))
    const inputs = { name: '单位名称', kind: '单位类型', contact: '联系人' }
    const mapping = mappingFrom('demo', { source: '合约部名录', kind: 'contractors', inputs })
    await importFile({ ...where, file, mapping, as: emailOf('manager') })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
