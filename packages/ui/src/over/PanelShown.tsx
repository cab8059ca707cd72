import { Popover } from '@mantine/core'
import { Suspense, type ReactNode } from 'react'
import classes from './over.module.css'
import type { PanelButtonProps } from './PanelButton.tsx'

type PanelShownProps = Required<Pick<PanelButtonProps, 'label' | 'position'>> & {
  width: number | undefined
  className: string | undefined
  onClose: () => void
  children: ReactNode
}

export default function PanelShown({ label, position, width, className, onClose, children }: PanelShownProps) {
  return (
    <Popover opened onDismiss={onClose} position={position} trapFocus {...(width ? { width } : {})}>
      <Popover.Target>
        <span className={classes.target} aria-hidden="true" aria-label={label} onClick={onClose} />
      </Popover.Target>
      <Popover.Dropdown className={className} aria-label={label}>
        <Suspense fallback={null}>{children}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
