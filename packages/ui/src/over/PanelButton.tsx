import type { ReactNode } from 'react'
import { fetched } from './fetched.ts'
import { Opener, type OpenerButton } from './Opener.tsx'

const shownPart = fetched(() => import('./PanelShown.tsx'))

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
  children: OpenerButton
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
  return (
    <Opener
      opens="dialog"
      hint={hint}
      opened={opened}
      onOpened={onOpened}
      near={shownPart.near}
      button={children}
      shown={(close) =>
        PanelShown && (
          <PanelShown label={label} position={position} width={width} className={className} onClose={close}>
            {panel()}
          </PanelShown>
        )
      }
    />
  )
}
