import { useId, type ReactNode } from 'react'
import { useLanguage } from '../language.tsx'
import classes from './charts.module.css'

type FigureFrameProps = {
  title: ReactNode
  /** The answer, in a sentence, before the picture. */
  answer?: ReactNode
  actions?: ReactNode
  chart: ReactNode
  table?: ReactNode
  /** What has to be known of the figures. */
  note?: ReactNode
  /** The table is what is looked at. */
  tableOpen?: boolean
}

/** A chart as it always stands: the answer, the picture, the table. */
export function FigureFrame({ title, answer, actions, chart, table, note, tableOpen = false }: FigureFrameProps) {
  const { say } = useLanguage()
  const id = useId()
  return (
    <section className={classes.frame} aria-labelledby={id}>
      <div className={classes.head}>
        <h2 id={id}>{title}</h2>
        <div className={classes.actions}>{actions}</div>
      </div>
      {answer && <p className={classes.answer}>{answer}</p>}
      {chart}
      {note && <p className={classes.note}>{note}</p>}
      {table && (
        <details open={tableOpen} className={classes.details}>
          <summary>{say('chartTable')}</summary>
          {table}
        </details>
      )}
    </section>
  )
}
