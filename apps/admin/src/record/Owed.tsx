import { Moment, Section } from '@lintel/ui'
import type { OwedLineFragment } from '../gql/graphql.ts'
import { useHolderName } from '../session/positions.ts'
import { useTaskWords } from './task-words.ts'
import { useWords } from '../words/words.ts'
import classes from './Owed.module.css'

/** Who has to do what by when. */
export function Owed({ of }: { of: readonly OwedLineFragment[] }) {
  const { t } = useWords()
  const what = useTaskWords()
  const holder = useHolderName()
  const who = (task: OwedLineFragment) => holder({ person: task.holder, position: task.position, department: task.department })
  const begun = of.filter((task) => Date.parse(task.from) <= Date.now())
  if (begun.length === 0) return null
  return (
    <Section title={t('record.owed')} count={begun.length}>
      <ul className={classes.owed}>
        {begun.map((task) => (
          <li key={task.id}>
            <span>{what(task)}</span>
            <span className={classes.who}>
              {task.forSuperior ? t('tasks.superiorOf', { who: who(task) }) : who(task)}
              {task.forSuperior && <small>（{t('tasks.bySystem')}）</small>}
            </span>
            <span className={classes.when}>{task.due && <Moment at={task.due} />}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
