import { screen, waitFor } from '@testing-library/react'
import { http, HttpResponse } from 'msw/http'
import { expect, it } from 'vitest'
import { server } from '../test/api.ts'
import { open } from '../test/screen.tsx'
import { useServer } from '../test/use-server.ts'

useServer()

const answer = (status: number) => server.use(http.post('*/api/auth/sign-in/email', () => HttpResponse.json({}, { status })))
const attempt = async (user: Awaited<ReturnType<typeof open>>['user']) => {
  await user.type(await screen.findByLabelText('邮箱'), 'manager@lintel.test')
  await user.type(screen.getByLabelText('密码'), 'wrong')
  await user.click(screen.getByRole('button', { name: '登录' }))
}

it('whoever is not signed in comes to the sign-in, and their way is remembered', async () => {
  const { router } = await open('/fines?state=approved', { me: null })
  await waitFor(() => expect(router.state.location.pathname).toBe('/sign-in'))
  expect(await screen.findByRole('button', { name: '登录' })).toBeInTheDocument()
})

it.each([
  [401, '邮箱或密码不对'],
  [429, '尝试次数过多'],
  [503, '连不上服务器'],
])('SEC-13 an answer of %i is said in one way for known and unknown people', async (status, sentence) => {
  const { user } = await open('/sign-in', {})
  answer(status)
  await attempt(user)
  expect(await screen.findByRole('alert')).toHaveTextContent(sentence)
  expect(screen.getByLabelText('邮箱')).toHaveValue('manager@lintel.test')
})

it('changes the language before anyone is known', async () => {
  const { user } = await open('/sign-in', {})
  await user.click(await screen.findByText('English'))
  expect(await screen.findByRole('button', { name: 'Sign in' })).toBeInTheDocument()
})
