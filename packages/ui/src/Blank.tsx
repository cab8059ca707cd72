import type { ReactNode } from 'react'
import classes from './Blank.module.css'

/** Nothing here, or nothing you may see: what it means and where to go. No dead ends. */
export function Blank({
  title,
  hint,
  action,
  tone = 'gray',
}: {
  title: string
  hint?: ReactNode
  action?: ReactNode
  tone?: 'gray' | 'red'
}) {
  return (
    <div className={classes.blank} data-tone={tone} role={tone === 'red' ? 'alert' : 'status'}>
      <p className={classes.title}>{title}</p>
      {hint && <p className={classes.hint}>{hint}</p>}
      {action && <div className={classes.action}>{action}</div>}
    </div>
  )
}
