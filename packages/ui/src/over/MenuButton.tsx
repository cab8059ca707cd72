import { cloneElement, useRef, useState, type AriaAttributes, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { fetched } from './fetched.ts'
import { Hint } from './Hint.tsx'
import classes from './over.module.css'

const shownPart = fetched(() => import('./MenuShown.tsx'))

export type MenuChoice = {
  key?: string
  label: string
  /** A second line under it, such as why it is not possible now. */
  note?: string | undefined
  icon?: ReactNode
  /** At its other end. */
  mark?: ReactNode
  /** It is what holds now. */
  current?: boolean
  disabled?: boolean
  /** It can be read, and does nothing. */
  blocked?: boolean
  grave?: boolean
  onClick?: () => void
  /** It opens in a tab of its own. */
  href?: string
  className?: string | undefined
}
export type MenuLine = MenuChoice | { heading: string } | { divider: true; className?: string | undefined }

/** What a button gets to open something. */
type Opener = Pick<AriaAttributes, 'aria-expanded' | 'aria-haspopup'> & {
  onClick?: (event: MouseEvent<HTMLElement>) => void
  onPointerEnter?: () => void
  onFocus?: () => void
}
export type MenuButtonProps = {
  /** What the menu is called for whoever hears it. */
  label: string
  hint?: string
  lines: () => readonly MenuLine[]
  position?: 'bottom-start' | 'bottom-end'
  width?: number
  /** Stays open while several are chosen. */
  several?: boolean
  children: ReactElement<Opener>
}

/** A button with a menu; what shows the menu is fetched when somebody comes near it. */
export function MenuButton({ label, hint, lines, position = 'bottom-end', width, several = false, children }: MenuButtonProps) {
  const [opened, setOpened] = useState(false)
  const MenuShown = shownPart.useWhen(opened)
  const opener = useRef<HTMLElement>(null)
  const close = () => {
    setOpened(false)
    // whoever goes on by keyboard goes on from here
    opener.current?.focus({ preventScroll: true })
  }
  const button = cloneElement(children, {
    'aria-haspopup': 'menu',
    'aria-expanded': opened,
    onClick: ({ currentTarget }) => {
      opener.current = currentTarget
      setOpened(!opened)
    },
    onPointerEnter: shownPart.near,
    onFocus: shownPart.near,
  })
  return (
    <span className={classes.held}>
      {hint ? (
        <Hint label={hint} disabled={opened}>
          {button}
        </Hint>
      ) : (
        button
      )}
      {MenuShown && <MenuShown label={label} lines={lines()} position={position} width={width} several={several} onClose={close} />}
    </span>
  )
}
