import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { found, hit } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const notice = (number: string, more: object = {}) =>
  hit('notice', {
    id: `Notice:${number}`,
    number,
    title: '主卫顶板 重做防水',
    state: 'running',
    record: { __typename: 'Notice', id: `Notice:${number}`, contractor: { id: 'Contractor:1', name: '东建集团' } },
    ...more,
  })
const page = { task: [], tasks: { edges: [], pageInfo: { hasNextPage: false, hasPreviousPage: false } } }

it('X-3 an answer that was overtaken is not shown, however late it comes', async () => {
  const late: (() => void)[] = []
  const search = async ({ text }: { text: string }) => {
    if (text === '防水') await new Promise<void>((resolve) => late.push(resolve))
    return found([notice(text === '防水' ? 'ZG-2026-000001' : 'ZG-2026-000002')])
  }
  const { user } = await open('/tasks', { ...page, search })
  await user.click(await screen.findByRole('button', { name: /内容、编号/u }))
  await user.type(await screen.findByRole('combobox', { name: '查找' }), '防水')
  await waitFor(() => expect(late).toHaveLength(1))
  await user.type(screen.getByRole('combobox', { name: '查找' }), '层')
  expect(await screen.findByRole('option', { name: /ZG-2026-000002/u })).toBeInTheDocument()
  for (const resolve of late) resolve()
  await waitFor(() => expect(screen.queryByRole('progressbar')).not.toBeInTheDocument())
  expect(screen.queryByRole('option', { name: /ZG-2026-000001/u })).not.toBeInTheDocument()
})

it('X-3 marks what was looked for, and says where it stands', async () => {
  const matches = [{ field: 'excuse', text: '…等防水材料到场', ranges: [{ from: 2, until: 4 }] }]
  const { user } = await open('/tasks', { ...page, search: found([notice('ZG-2026-000001', { matches })]) }, 'en')
  await user.click(await screen.findByRole('button', { name: /Words, number/u }))
  await user.type(await screen.findByRole('combobox', { name: 'Find' }), '防水')
  expect(await screen.findByText('防水', { selector: 'mark' })).toBeInTheDocument()
  expect(screen.getByText(/Reason given/u)).toBeInTheDocument()
})

it('says when too little was typed, when nothing is found, and when it could not be looked for', async () => {
  let answer: () => object = () => found([], { tooShort: true })
  const { user } = await open('/tasks', { ...page, search: () => answer() })
  await user.click(await screen.findByRole('button', { name: /内容、编号/u }))
  const box = await screen.findByRole('combobox', { name: '查找' })
  await user.type(box, '水')
  expect(await screen.findByText('至少输入两个字')).toBeInTheDocument()
  answer = () => found([])
  await user.type(box, '管')
  expect(await screen.findByText('没有找到“水管”')).toBeInTheDocument()
  answer = () => {
    throw new Error('no database')
  }
  await user.type(box, '井')
  const again = await screen.findByRole('button', { name: '重试' })
  answer = () => found([notice('ZG-2026-000003')])
  await user.click(again)
  expect(await screen.findByRole('option', { name: /ZG-2026-000003/u })).toBeInTheDocument()
})
