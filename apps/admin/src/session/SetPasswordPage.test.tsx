import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, it } from 'vitest'
import { server } from '../test/api.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const answer = (status: number, code = '') =>
  server.use(http.post('*/api/auth/reset-password', () => HttpResponse.json({ code }, { status })))
const choose = async (user: Awaited<ReturnType<typeof open>>['user']) => {
  await user.type(await screen.findByLabelText('新密码'), 'a-long-enough-one')
  await user.click(screen.getByRole('button', { name: '设置密码' }))
}

it('the link of an invitation leads to a password, and then to the sign-in', async () => {
  const { user, router } = await open('/set-password?token=abc-_123', {})
  let sent: unknown
  server.use(
    http.post('*/api/auth/reset-password', async ({ request }) => {
      sent = await request.json()
      return HttpResponse.json({ status: true })
    }),
  )
  await choose(user)
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(sent).toEqual({ token: 'abc-_123', newPassword: 'a-long-enough-one' })
})

it.each([
  [400, 'INVALID_TOKEN', '链接已失效'],
  [400, 'PASSWORD_TOO_SHORT', '至少 10 位'],
  [429, '', '尝试次数过多'],
  [503, '', '连不上服务器'],
])('an answer of %i %s is said in words', async (status, code, sentence) => {
  const { user } = await open('/set-password?token=abc', {})
  answer(status, code)
  await choose(user)
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
})
