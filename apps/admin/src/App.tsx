import { LinkProvider, UiProvider, UploadsProvider, type LinkProps } from '@lintel/ui'
import { Link, RouterProvider } from '@tanstack/react-router'
import { useMemo } from 'react'
import { Provider, type Client } from 'urql'
import { uploadsOver } from './evidence/upload.ts'
import { PassingWords } from './frame/PassingWords.tsx'
import type { makeRouter } from './router.tsx'
import { useWords } from './words/words.ts'

// a path made elsewhere is not one of the literals the router types
/** Only the page itself is the current one, not those above it. */
const exactly = { exact: true }
const AppLink = ({ to, ...rest }: LinkProps) => <Link to={to as '/tasks'} activeOptions={exactly} {...rest} />

type AppProps = { router: ReturnType<typeof makeRouter>; client: Client; nonce?: string | undefined; env?: 'default' | 'test' }

export function App({ router, client, nonce, env = 'default' }: AppProps) {
  const { language, say } = useWords()
  const uploads = useMemo(() => uploadsOver(client), [client])
  return (
    <UiProvider language={language} say={say} nonce={nonce} env={env}>
      <LinkProvider link={AppLink}>
        <Provider value={client}>
          <UploadsProvider uploads={uploads}>
            <PassingWords />
            <RouterProvider router={router} />
          </UploadsProvider>
        </Provider>
      </LinkProvider>
    </UiProvider>
  )
}
