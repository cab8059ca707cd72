import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from '../../test/api.ts'
import { open } from '../../test/screen.tsx'
import { useServer } from '../../test/use-server.ts'

useServer()

const me = {
  person: { id: 'Person:1', name: '周敏', email: 'manager@lintel.test', language: 'zh', department: null },
  positions: ['manager'],
  permissions: ['complaint.import'],
  openings: [],
  actingFor: [],
}
const input = (name: string, more: object = {}) => ({ name, is: 'line', required: false, many: false, of: null, values: [], ...more })
const anImport = (more: object = {}) => ({
  __typename: 'Import',
  id: 'Import:1',
  kind: 'contractors',
  state: 'draft',
  mine: true,
  at: '2026-11-23T01:00:00.000Z',
  fileName: '单位.csv',
  fileId: '1',
  fileHash: 'ab12',
  by: { id: 'Person:1', name: '周敏' },
  sheets: [],
  sheet: null,
  headLine: 1,
  encoding: 'gb18030',
  delimiter: ',',
  source: '单位',
  applyChanges: false,
  allOrNothing: false,
  stopping: false,
  why: null,
  lines: null,
  read: 0,
  taken: 0,
  changed: 0,
  known: 0,
  differing: 0,
  errors: 0,
  checkedAt: null,
  startedAt: null,
  endedAt: null,
  columns: [
    { name: '单位名称', examples: ['东建集团'] },
    { name: '性质', examples: ['总承包'] },
  ],
  inputs: [
    input('name', { required: true }),
    input('kind', { is: 'choice', required: true, of: 'PartyKind', values: ['general', 'subcontractor'] }),
  ],
  from: [{ input: 'name', column: '单位名称', value: null, cut: null, words: [] }],
  sample: [],
  notes: { nodes: [], after: null },
  ...more,
})
const root = (row: object, more: object = {}) => ({
  me,
  import: row,
  imports: page([row]),
  importables: [{ kind: 'contractors', inputs: [], changes: true }],
  importMappings: [],
  ...more,
})

it('X-5 columns are mapped, words of the file get their meaning, and what is missing is said beside its input', async () => {
  const refused = { __typename: 'BadInput', code: 'BadInput', field: 'kind', message: '此项必须对应文件中的一列，或填写一个固定值。' }
  const { user, asked } = await open('/settings/imports/Import:1', root(anImport(), { importCheck: refused }))
  await user.click(await screen.findByRole('button', { name: '检查每一行' }))
  expect((await screen.findAllByText(refused.message)).length).toBe(2)
  await user.selectOptions(screen.getByLabelText(/^类型/u), '性质')
  await user.selectOptions(await screen.findByLabelText('“总承包”是'), 'general')
  await user.click(screen.getByRole('button', { name: '检查每一行' }))
  await waitFor(() => expect(asked.filter(({ name }) => name === 'ImportCheck')).toHaveLength(2))
  expect(asked.findLast(({ name }) => name === 'ImportCheck')?.variables).toMatchObject({
    mapping: {
      source: '单位',
      from: [
        { input: 'name', column: '单位名称', words: [] },
        { input: 'kind', column: '性质', words: [{ word: '总承包', value: 'general' }] },
      ],
    },
  })
})

it('X-5 while it runs the count is shown, and it can be cancelled', async () => {
  const running = anImport({ state: 'running', lines: 120_000, read: 30_000, taken: 30_000 })
  const { user, asked } = await open('/settings/imports/Import:1', root(running, { importCancel: running }))
  expect(await screen.findByText(/已处理 30,000 \/ 120,000 行/u)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: '取消导入' }))
  await waitFor(() => expect(asked.some(({ name }) => name === 'ImportCancel')).toBe(true))
})

it('P-1 whoever may not import has no such part, and is told so at its address', async () => {
  await open('/settings/imports', { ...root(anImport()), me: { ...me, permissions: [] }, imports: page([]), importables: [] })
  expect(await screen.findByText(/没有导入权限/u)).toBeInTheDocument()
  expect(screen.queryByRole('link', { name: '导入' })).not.toBeInTheDocument()
})
