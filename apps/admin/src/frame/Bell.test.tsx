import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { page } from '../test/api.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const fine = btoa('Fine:1')
const message = (more: object) => ({
  id: 'Message:1',
  kind: 'approval',
  stage: 'begun',
  noun: 'fine',
  recordId: fine,
  does: 'fine_sign',
  part: null,
  number: 'FK-2026-000001',
  title: '四小时未到场',
  due: null,
  at: '2026-11-24T01:00:00Z',
  readAt: null,
  done: false,
  ...more,
})

describe('X-6 the bell', () => {
  it('says how much is unread, shows the newest first, and opening one reads it', async () => {
    const { user, asked, router } = await open('/tasks', {
      tasks: page([]),
      unreadMessages: { value: 2, more: false },
      messages: page([message({}), message({ id: 'Message:2', kind: 'outcome', stage: 'rejected', does: null })]),
      messagesRead: true,
    })
    await user.click(await screen.findByRole('button', { name: '消息，2 条未读' }))
    const list = await screen.findByRole('region', { name: '消息' })
    const [first] = await within(list).findAllByRole('listitem')
    expect(first).toHaveTextContent('签发罚款')
    expect(first).toHaveTextContent('罚款单 · FK-2026-000001 · 四小时未到场')
    expect(within(list).getByText('被驳回')).toBeVisible()
    await user.click(within(list).getByText('签发罚款'))
    expect(asked.find(({ name }) => name === 'MessagesRead')?.variables).toEqual({ ids: ['Message:1'] })
    expect(router.state.location.pathname).toBe(`/fines/${encodeURIComponent(fine)}`)
  })

  it('says so when there is nothing, and reads all at once', async () => {
    const { user, asked } = await open('/tasks', {
      tasks: page([]),
      unreadMessages: { value: 100, more: true },
      messages: page([]),
      messagesRead: true,
    })
    await user.click(await screen.findByRole('button', { name: '消息，100+ 条未读' }))
    expect(await screen.findByText('没有未读消息')).toBeVisible()
    await user.click(screen.getByRole('button', { name: '全部已读' }))
    expect(asked.some(({ name, variables }) => name === 'MessagesRead' && !('ids' in variables))).toBe(true)
  })
})

const choices = {
  ways: ['approval', 'task', 'alert', 'reminder', 'outcome', 'view', 'report', 'digest'].map((kind) => ({ kind, ways: ['bell'] })),
  quietFrom: 1260,
  quietUntil: 480,
  digestAt: 510,
  robotFormat: null,
  robotAddress: null,
  robotSigns: false,
  mailWorks: true,
  deliveries: [
    { way: 'email', state: 'uncertain', error: 'The server ended while it was being sent.', at: '2026-11-24T01:00:00Z', count: 3 },
  ],
}

describe('X-6 how I am told', () => {
  it('what is chosen is sent whole; a wrong robot is said beside its field, and nothing typed is lost', async () => {
    const { user, asked } = await open('/settings/messages', {
      messageChoices: choices,
      messageChoicesSet: {
        __typename: 'BadInput',
        code: 'BadInput',
        field: 'robotAddress',
        problem: 'notARobot',
        message: '请填写企业微信或钉钉机器人的 https 地址。',
      },
    })
    await user.click(await screen.findByRole('checkbox', { name: '待我审批 · 邮件' }))
    await user.selectOptions(screen.getByLabelText('群机器人'), 'wecom')
    await user.type(screen.getByLabelText('机器人地址'), 'https://example.test/x')
    await user.click(screen.getByRole('button', { name: '保存' }))
    expect(await screen.findByText('请填写企业微信或钉钉机器人的 https 地址。')).toBeVisible()
    expect(screen.getByLabelText('机器人地址')).toHaveValue('https://example.test/x')
    const sent = asked.find(({ name }) => name === 'MessageChoicesSet')?.variables['input'] as Readonly<Record<string, unknown>>
    expect(sent['ways']).toContainEqual({ kind: 'approval', ways: ['bell', 'email'] })
    expect(sent).toMatchObject({ quietFrom: 1260, quietUntil: 480, digestAt: 510, robotFormat: 'wecom' })
  })

  it('says of what may not have arrived that it may not have', async () => {
    await open('/settings/messages', { messageChoices: choices })
    expect(await screen.findByText('不确定是否送达')).toBeVisible()
  })
})
