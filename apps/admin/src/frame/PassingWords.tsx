import { lazy, Suspense, useSyncExternalStore } from 'react'
import { anythingTold, onTold } from './tell.ts'

const Notifications = lazy(async () => ({ default: (await import('@mantine/notifications')).Notifications }))

/** Where passing words are shown. */
export function PassingWords() {
  return (
    useSyncExternalStore(onTold, anythingTold) && (
      <Suspense>
        <Notifications position="bottom-right" />
      </Suspense>
    )
  )
}
