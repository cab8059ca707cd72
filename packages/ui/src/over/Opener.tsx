import { cloneElement, useRef, type AriaAttributes, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { Hint } from './Hint.tsx'
import classes from './over.module.css'

/** What a button gets to open something. */
export type OpenerButton = ReactElement<
  Pick<AriaAttributes, 'aria-expanded' | 'aria-haspopup'> & {
    onClick?: (event: MouseEvent<HTMLElement>) => void
    onPointerEnter?: () => void
    onFocus?: () => void
  }
>
type OpenerProps = {
  opens: 'menu' | 'dialog'
  hint: string | undefined
  opened: boolean
  onOpened: (opened: boolean) => void
  /** Somebody is near: what it opens is fetched. */
  near: () => void
  button: OpenerButton
  /** What is open at it. */
  shown: (close: () => void) => ReactNode
}

/** A button, and at it what it opened; once that is closed, whoever goes on by keyboard goes on from the button. */
export function Opener({ opens, hint, opened, onOpened, near, button, shown }: OpenerProps) {
  const pressed = useRef<HTMLElement>(null)
  const close = () => {
    onOpened(false)
    pressed.current?.focus({ preventScroll: true })
  }
  const opener = cloneElement(button, {
    'aria-haspopup': opens,
    'aria-expanded': opened,
    onClick: ({ currentTarget }) => {
      pressed.current = currentTarget
      onOpened(!opened)
    },
    onPointerEnter: near,
    onFocus: near,
  })
  return (
    <span className={classes.held}>
      {hint ? (
        <Hint label={hint} disabled={opened}>
          {opener}
        </Hint>
      ) : (
        opener
      )}
      {shown(close)}
    </span>
  )
}
