import '@lintel/ui/styles.css'
import { LinkProvider, UiProvider, type LinkProps } from '@lintel/ui'
import { Notifications } from '@mantine/notifications'
import '@mantine/notifications/styles.css'
import { Link, RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { Provider } from 'urql'
import { makeClient } from './graph/client.ts'
import { makeRouter } from './router.tsx'
import { startWords, useWords } from './words/words.ts'

const router = makeRouter()
const client = makeClient({
  onSignedOut: () => {
    const { pathname, href } = router.state.location
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href } })
  },
})

// a path made elsewhere is not one of the literals the router types
const AppLink = ({ to, ...rest }: LinkProps) => <Link to={to as '/tasks'} {...rest} />

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
// where the library that locks scrolling behind a dialog looks for it
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce })

function App() {
  const { language, say } = useWords()
  return (
    <UiProvider language={language} say={say} nonce={nonce}>
      <LinkProvider link={AppLink}>
        <Provider value={client}>
          <Notifications position="bottom-right" />
          <RouterProvider router={router} />
        </Provider>
      </LinkProvider>
    </UiProvider>
  )
}

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root')

await startWords()
createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
)

// the Chinese font comes in many small parts after the first words stand there, each when its characters are needed
void import('@fontsource-variable/noto-sans-sc')
