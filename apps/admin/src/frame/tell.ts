import type { ReactNode } from 'react'

/** A passing word in the corner: how something ended that is over already. */
type Passing = { readonly message: string; readonly color?: 'green' | 'red' }
/** What goes on stays there, until it is closed. */
type Staying = { readonly id: string; readonly title: string; readonly message: ReactNode }

const listeners = new Set<() => void>()
let first = false
/** Whether anything was told yet; until then nothing that shows it is fetched. */
export const anythingTold = () => first
export const onTold = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

const corner = () => {
  first = true
  for (const listener of listeners) listener()
  return import('@mantine/notifications').then(({ notifications }) => notifications)
}
export const tell = ({ message, color = 'green' }: Passing): void =>
  void corner().then((notifications) => notifications.show({ message, color, autoClose: 4000 }))
export const follow = (going: Staying): void => void corner().then((notifications) => notifications.show({ ...going, autoClose: false }))
export const unfollow = (id: string): void => void corner().then((notifications) => notifications.hide(id))
