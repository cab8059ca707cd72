import { cloneElement, useRef, type AriaAttributes, type MouseEvent, type ReactElement, type ReactNode } from 'react'
import { fetched } from './fetched.ts'
import { Hint } from './Hint.tsx'
import classes from './over.module.css'

const shownPart = fetched(() => import('./PanelShown.tsx'))

type Opener = Pick<AriaAttributes, 'aria-expanded' | 'aria-haspopup'> & {
  onClick?: (event: MouseEvent<HTMLElement>) => void
  onPointerEnter?: () => void
  onFocus?: () => void
}
export type PanelButtonProps = {
  /** What the panel is called for whoever hears it. */
  label: string
  hint?: string
  opened: boolean
  onOpened: (opened: boolean) => void
  position?: 'bottom-start' | 'bottom-end'
  width?: number
  className?: string | undefined
  /** What stands in it, made when it is open. */
  panel: () => ReactNode
  children: ReactElement<Opener>
}

/** A button with a panel that opens at it; what shows the panel is fetched when somebody comes near it. */
export function PanelButton({
  label,
  hint,
  opened,
  onOpened,
  position = 'bottom-end',
  width,
  className,
  panel,
  children,
}: PanelButtonProps) {
  const PanelShown = shownPart.useWhen(opened)
  const opener = useRef<HTMLElement>(null)
  const close = () => {
    onOpened(false)
    // whoever goes on by keyboard goes on from here
    opener.current?.focus({ preventScroll: true })
  }
  const button = cloneElement(children, {
    'aria-haspopup': 'dialog',
    'aria-expanded': opened,
    onClick: ({ currentTarget }) => {
      opener.current = currentTarget
      onOpened(!opened)
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
      {PanelShown && (
        <PanelShown label={label} position={position} width={width} className={className} onClose={close}>
          {panel()}
        </PanelShown>
      )}
    </span>
  )
}
