import type { ReactNode } from 'react'
import classes from './FactsGrid.module.css'

export type Fact = { label: string; value: ReactNode; wide?: boolean }

/** The facts of a record in a group with a name. */
export function FactsGrid({ title, facts, action }: { title?: string; facts: readonly Fact[]; action?: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      {(title || action) && (
        <div className={classes.head}>
          {title && <h2>{title}</h2>}
          {action}
        </div>
      )}
      <dl className={classes.facts}>
        {facts.map((fact) => (
          <div key={fact.label} data-wide={fact.wide || undefined}>
            <dt>{fact.label}</dt>
            <dd>{fact.value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** A named part of a record's page that is no list of facts. */
export function Section({ title, count, action, children }: { title: string; count?: number; action?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.group} aria-label={title}>
      <div className={classes.head}>
        <h2>
          {title}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </h2>
        {action}
      </div>
      {children}
    </section>
  )
}
