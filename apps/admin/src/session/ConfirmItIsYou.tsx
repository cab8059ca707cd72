import { lazy, Suspense, useEffect, useState } from 'react'
import { confirmsWith } from '../graph/confirmation.ts'
import { readWays, type Ways } from './ways.ts'

const ConfirmDialog = lazy(() => import('./ConfirmDialog.tsx'))

type Asked = { readonly answer: (given: boolean) => void; readonly ways: Ways | undefined }

/** Waits to be asked whether it is still the same person; what was typed below stays. SEC-11 */
export function ConfirmItIsYou() {
  const [asked, setAsked] = useState<Asked>()
  useEffect(
    () =>
      confirmsWith(async () => {
        const ways = await readWays()
        return new Promise<boolean>((answer) => setAsked({ answer, ways }))
      }),
    [],
  )
  if (!asked) return null
  const end = (given: boolean) => {
    asked.answer(given)
    setAsked(undefined)
  }
  return (
    <Suspense>
      <ConfirmDialog ways={asked.ways} onEnd={end} />
    </Suspense>
  )
}
