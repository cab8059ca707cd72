import { Alert } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Refusal.module.css'

/** A "no" from the server: what happened and what to do, and what changed since one looked. B-4 */
export function Refusal({ message, children, action }: { message: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <Alert
      role="alert"
      variant="default"
      className={classes.refusal}
      icon={<IconAlertTriangle size={18} aria-hidden="true" />}
      p="8px 12px"
    >
      <p className={classes.message}>{message}</p>
      {children}
      {action && <div className={classes.action}>{action}</div>}
    </Alert>
  )
}
