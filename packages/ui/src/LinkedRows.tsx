import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useLink } from './link.tsx'
import classes from './LinkedRows.module.css'

export type LinkedRow = {
  id: string
  href: string
  number?: string | null | undefined
  title: ReactNode
  state?: ReactNode
  aside?: ReactNode
}

/** Records that hang on this one, a line each. */
export function LinkedRows({ rows, none }: { rows: readonly LinkedRow[]; none?: ReactNode }) {
  const Link = useLink()
  if (rows.length === 0) return none ? <p className={classes.none}>{none}</p> : null
  return (
    <ul className={classes.rows}>
      {rows.map((row) => (
        <li key={row.id}>
          <Link to={row.href} className={classes.row}>
            {row.number && <span className={classes.number}>{row.number}</span>}
            <span className={classes.title}>{row.title}</span>
            {row.state}
            {row.aside && <span className={classes.aside}>{row.aside}</span>}
            <IconChevronRight size={14} aria-hidden="true" />
          </Link>
        </li>
      ))}
    </ul>
  )
}
