import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import type { Language } from '@lintel/ui'
import { App } from '../App.tsx'
import { makeClient } from '../graph/client.ts'
import { makeRouter } from '../router.tsx'
import { startWords } from '../words/words.ts'
import { sampleApi, server } from './api.ts'

window.scrollTo = () => undefined

/** A desk's screen, 1280 wide, unless a test says otherwise. */
const onScreen = (width: number) => {
  const fits = (query: string) => {
    const [, bound, pixels] = /\((min|max)-width: ([\d.]+)px\)/u.exec(query) ?? []
    return bound === 'min' ? width >= Number(pixels) : bound === 'max' && width <= Number(pixels)
  }
  window.matchMedia = (query) => ({
    matches: fits(query),
    media: query,
    onchange: null,
    addListener: () => undefined,
    removeListener: () => undefined,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
    dispatchEvent: () => false,
  })
}
onScreen(1280)

/** Opens the app at an address, in a language, before an API in memory. */
export const open = async (address: string, root: Readonly<Record<string, unknown>>, language: Language = 'zh') => {
  const api = sampleApi(root)
  server.use(...api.handlers)
  await startWords(language)
  const router = makeRouter(createMemoryHistory({ initialEntries: [address] }))
  const client = makeClient({ url: 'http://localhost/graphql', onSignedOut: () => undefined })
  const view = render(<App router={router} client={client} env="test" />)
  return { ...view, ...api, router, user: userEvent.setup() }
}
