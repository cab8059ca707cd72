/** A passing word in the corner: how something ended that is over already. */
type Passing = { readonly message: string; readonly color?: 'green' | 'red' }

const listeners = new Set<() => void>()
let first = false
/** Whether anything was told yet; until then nothing that shows it is fetched. */
export const anythingTold = () => first
export const onTold = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const tell = ({ message, color = 'green' }: Passing): void => {
  first = true
  for (const listener of listeners) listener()
  void import('@mantine/notifications').then(({ notifications }) => notifications.show({ message, color, autoClose: 4000 }))
}
