import { Button, Loader } from '@mantine/core'
import { Blank, keepDraftsOf } from '@lintel/ui'
import { Outlet, useNavigate } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Frame } from '../frame/Frame.tsx'
import { whatFailed } from '../graph/failure.ts'
import { Live } from '../graph/live.tsx'
import { useRead } from '../graph/read.ts'
import { MeDocument } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import { ConfirmItIsYou } from './ConfirmItIsYou.tsx'
import { MeProvider } from './session.tsx'

/** Everything behind the sign-in: who one is, the frame around it, and the stream of changes. */
export function SignedIn() {
  const { t, say } = useWords()
  const { data, loading, error, again } = useRead(MeDocument, {}, { of: ['person'] })
  if (loading) return <Blank title={say('loading')} action={<Loader size="sm" />} />
  if (error?.networkError && error.response?.status !== 401)
    return <Blank tone="red" title={say('failed')} hint={whatFailed(error, t)} action={<Button onClick={again}>{say('retry')}</Button>} />
  if (!data?.me?.person) return <ToSignIn />
  keepDraftsOf(data.me.person.id)
  return (
    <MeProvider me={{ ...data.me, person: data.me.person }}>
      <Live>
        <ConfirmItIsYou />
        <Frame>
          <Suspense>
            <Outlet />
          </Suspense>
        </Frame>
      </Live>
    </MeProvider>
  )
}

/** Goes to the sign-in once, and remembers where the person wanted to be. */
function ToSignIn() {
  const navigate = useNavigate()
  useEffect(() => {
    void navigate({ to: '/sign-in', search: { to: location.pathname + location.search }, replace: true })
  }, [navigate])
  return null
}
