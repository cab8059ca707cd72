import { Chip } from '@mantine/core'
import { IconAlertTriangle, IconFile } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { dateOf, exact, exactDay, timeOf } from './moments.ts'
import { PersonName, type PersonValue } from './PersonName.tsx'
import classes from './Timeline.module.css'

export type TimelineEntry = {
  id: string
  /** When it happened, and when it was entered if that was another time. N-2 */
  at: string
  enteredAt?: string | null | undefined
  late?: boolean
  title: ReactNode
  who?: PersonValue | null | undefined
  inNameOf?: PersonValue | null | undefined
  /** What the software did itself is said to be the software's. B-9 */
  bySystem?: boolean
  note?: ReactNode
  changes?: readonly { label: string; before?: ReactNode; after?: ReactNode }[]
  files?: readonly { name: string; href?: string }[]
  /** For the filter. */
  kind?: string
  tone?: 'gray' | 'blue' | 'green' | 'amber' | 'red'
  /** The record it happened on, when the page gathers several. C-10 */
  on?: ReactNode
}

export type TimelineProps = {
  entries: readonly TimelineEntry[]
  kinds?: readonly { value: string; label: string }[]
  more?: ReactNode
}

/** Everything that happened, newest first: who, when, and what it changed. */
export function Timeline({ entries, kinds = [], more }: TimelineProps) {
  const { language, say } = useLanguage()
  const [chosen, setChosen] = useState<string[]>([])
  const present = kinds.filter(({ value }) => entries.some((entry) => entry.kind === value))
  const shown = chosen.length === 0 ? entries : entries.filter((entry) => entry.kind !== undefined && chosen.includes(entry.kind))
  const days = Map.groupBy(shown, (entry) => dateOf(entry.at))
  return (
    <div className={classes.timeline}>
      {present.length > 1 && (
        <Chip.Group multiple value={chosen} onChange={setChosen}>
          <div className={classes.kinds}>
            {present.map(({ value, label }) => (
              <Chip key={value} value={value} size="xs" variant="outline">
                {label}
              </Chip>
            ))}
          </div>
        </Chip.Group>
      )}
      {shown.length === 0 && <p className={classes.none}>{say('timelineEmpty')}</p>}
      {[...days].map(([day, happened]) => (
        <section key={day}>
          <h3 className={classes.day}>{happened[0] && exactDay(happened[0].at, language)}</h3>
          <ol className={classes.entries}>
            {happened.map((entry) => (
              <li key={entry.id} className={classes.entry} data-tone={entry.tone ?? 'gray'}>
                <time className={classes.time} dateTime={entry.at}>
                  {timeOf(entry.at)}
                </time>
                <div className={classes.body}>
                  <div className={classes.title}>
                    <strong>{entry.title}</strong>
                    {entry.on && <span className={classes.on}>{entry.on}</span>}
                  </div>
                  {(entry.who || entry.bySystem) && (
                    <div className={classes.who}>
                      {entry.bySystem ? say('system') : <PersonName of={entry.who} inNameOf={entry.inNameOf} />}
                    </div>
                  )}
                  {entry.enteredAt && (
                    <div className={classes.entered} data-late={entry.late || undefined}>
                      {entry.late && <IconAlertTriangle size={13} aria-hidden="true" />}
                      {entry.late && <span>{say('late')}</span>}
                      <span>
                        {say('enteredAt')} {exact(entry.enteredAt, language)}
                      </span>
                    </div>
                  )}
                  {entry.note && <div className={classes.note}>{entry.note}</div>}
                  {entry.changes && entry.changes.length > 0 && (
                    <dl className={classes.changes}>
                      {entry.changes.map((change) => (
                        <div key={change.label}>
                          <dt>{change.label}</dt>
                          <dd>
                            {change.before !== undefined && <del>{change.before}</del>}
                            {change.before !== undefined && ' → '}
                            <span>{change.after}</span>
                          </dd>
                        </div>
                      ))}
                    </dl>
                  )}
                  {entry.files?.map((file) => (
                    <a key={file.name} className={classes.file} href={file.href}>
                      <IconFile size={14} aria-hidden="true" />
                      {file.name}
                    </a>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </section>
      ))}
      {more}
    </div>
  )
}
