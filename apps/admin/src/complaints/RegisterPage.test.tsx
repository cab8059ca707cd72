import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { page } from '../test/api.ts'
import { complaint, form, found, hit } from '../test/records.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const unit = {
  id: 'Unit:1',
  number: '501',
  houseType: 'A1',
  project: { id: 'Project:1', name: '锦绣湾' },
  building: { id: 'Building:1', name: '1栋', phase: '一期' },
}
const category = { __typename: 'Category', id: 'Category:1', nameZh: '渗漏', nameEn: 'Leaks', level: 1, state: 'active', parent: null }
const customer = { __typename: 'Customer', id: 'Customer:1', name: '叶苑', phone: '18600000112', units: [unit] }
const hits: Readonly<Record<string, object>> = {
  unit: hit('unit', { id: unit.id, title: '锦绣湾 一期 1栋 501', record: { __typename: 'Unit', ...unit } }),
  customer: hit('customer', { id: 'Customer:1', title: '叶苑', record: customer }),
  category: hit('category', { id: 'Category:1', title: '渗漏', record: category }),
}
const api = {
  search: ({ of: [noun] }: { of: readonly string[] }) => found(noun === undefined ? [] : [hits[noun] ?? {}]),
  customers: page([customer]),
  likelyDuplicates: [complaint({ title: '主卫渗水' })],
  categories: [category],
  complaintRegister: complaint({ id: 'Complaint:9' }),
  complaint: complaint({ id: 'Complaint:9' }),
  tasksOf: [],
  decisionForm: form('complaintRegister', [
    { name: 'kind', kind: 'choice', values: ['complaint', 'enquiry'] },
    { name: 'channel', kind: 'choice', values: ['phone', 'visit'] },
    { name: 'severity', kind: 'choice', values: ['general', 'major'] },
  ]),
}

it('C-1 registers a call by keyboard alone: the end of a phone number gives customer, home and project', async () => {
  const { user, asked, router } = await open('/complaints/new', api)
  const customer = await screen.findByRole('textbox', { name: '客户' })
  await waitFor(() => expect(customer).toHaveFocus())
  await user.keyboard('0112{Enter}')
  await waitFor(() => expect(screen.getByRole('textbox', { name: '房屋' })).toHaveValue('锦绣湾 一期 1栋 501'))
  screen.getByRole('textbox', { name: /客户原话/u }).focus()
  await user.keyboard('主卫顶板滴水，楼上一用水就漏。')
  await user.tab()
  expect(screen.getByRole('textbox', { name: /分类/u })).toHaveFocus()
  await user.keyboard('渗漏{Enter}')
  await screen.findByRole('button', { name: '清除 分类' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  await waitFor(() => expect(router.state.location.pathname).toBe('/complaints/Complaint%3A9'))
  expect(asked.find((each) => each.name === 'ComplaintRegister')?.variables['input']).toEqual({
    customer: 'Customer:1',
    unit: 'Unit:1',
    project: 'Project:1',
    building: 'Building:1',
    kind: 'complaint',
    channel: 'phone',
    severity: 'general',
    wording: '主卫顶板滴水，楼上一用水就漏。',
    category: 'Category:1',
    title: '主卫顶板滴水，楼上一用水就漏',
  })
})

it('C-6 shows likely duplicates once the home is known', async () => {
  const { user } = await open('/complaints/new', api)
  await user.type(await screen.findByRole('textbox', { name: '房屋' }), '501{Enter}')
  expect(await screen.findByRole('link', { name: /主卫渗水/u })).toBeInTheDocument()
})

it('keeps what was typed on this machine until it is sent', async () => {
  const first = await open('/complaints/new', api)
  await first.user.type(await screen.findByRole('textbox', { name: /客户原话/u }), '电梯异响')
  first.unmount()
  await open('/complaints/new', api)
  expect(await screen.findByRole('textbox', { name: /客户原话/u })).toHaveValue('电梯异响')
})

it('says beside the fields what is missing, in the chosen language', async () => {
  const { user, asked } = await open('/complaints/new', api, 'en')
  await screen.findByRole('textbox', { name: 'Customer' })
  await user.keyboard('{Control>}{Enter}{/Control}')
  expect((await screen.findAllByText('Please fill this in.')).length).toBeGreaterThan(2)
  expect(asked.some((each) => each.name === 'ComplaintRegister')).toBe(false)
})
