import '@lintel/ui/styles.css'
import '@mantine/notifications/styles.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { makeClient } from './graph/client.ts'
import { makeRouter } from './router.tsx'
import { startWords } from './words/words.ts'

const router = makeRouter()
const client = makeClient({
  onSignedOut: () => {
    const { pathname, href } = router.state.location
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href } })
  },
})

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce
// where the library that locks scrolling behind a dialog looks for it
if (nonce) Object.assign(globalThis, { __webpack_nonce__: nonce })

const root = document.getElementById('root')
if (!root) throw new Error('index.html has lost its root')

await startWords()
createRoot(root).render(
  <StrictMode>
    <App router={router} client={client} nonce={nonce} />
  </StrictMode>,
)

// the Chinese font comes in many small parts after the first words stand there, each when its characters are needed
void import('@fontsource-variable/noto-sans-sc')
