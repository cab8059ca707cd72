import { useState, type ReactNode } from 'react'
import { fetched } from './fetched.ts'
import { Opener, type OpenerButton } from './Opener.tsx'

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

export type MenuButtonProps = {
  /** What the menu is called for whoever hears it. */
  label: string
  hint?: string
  lines: () => readonly MenuLine[]
  position?: 'bottom-start' | 'bottom-end'
  width?: number
  /** Stays open while several are chosen. */
  several?: boolean
  children: OpenerButton
}

/** A button with a menu; what shows the menu is fetched when somebody comes near it. */
export function MenuButton({ label, hint, lines, position = 'bottom-end', width, several = false, children }: MenuButtonProps) {
  const [opened, setOpened] = useState(false)
  const MenuShown = shownPart.useWhen(opened)
  return (
    <Opener
      opens="menu"
      hint={hint}
      opened={opened}
      onOpened={setOpened}
      near={shownPart.near}
      button={children}
      shown={(close) =>
        MenuShown && <MenuShown label={label} lines={lines()} position={position} width={width} several={several} onClose={close} />
      }
    />
  )
}
