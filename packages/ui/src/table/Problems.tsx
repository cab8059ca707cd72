import { Button } from '@mantine/core'
import type { Field, Row } from '../fields.ts'
import { useLanguage } from '../language.tsx'
import type { UsedEdits } from './editing.ts'
import classes from './Problems.module.css'
import { textOf } from './texts.ts'

type ProblemsProps = {
  edits: UsedEdits
  fields: readonly Field[]
  /** The column a row is called by. */
  name: Field | undefined
  /** A row as it is now, where it is at hand. */
  now: (id: string) => Row | undefined
}

/** What could not be changed, cell by cell: why, what was typed, what stands there now, and what to do about it. */
export function Problems({ edits, fields, name, now }: ProblemsProps) {
  const { say } = useLanguage()
  const wrong = [...edits.edits.values()].filter(({ standing }) => standing !== 'saving')
  if (wrong.length === 0) return null
  return (
    <section className={classes.problems} aria-label={say('editProblems')}>
      <strong role="status">{say('editProblemsCount', { count: wrong.length })}</strong>
      <ul>
        {wrong.map((edit) => {
          const field = fields.find(({ key }) => key === edit.key)
          const row = now(edit.row.id) ?? edit.row
          const which = [name && textOf(name, row[name.key], say), field?.label].filter(Boolean).join(' · ')
          return (
            <li key={`${edit.row.id} ${edit.key}`}>
              <span>
                <b>{which}</b> {edit.message} {say('editTyped', { value: edit.label })}
                {edit.standing === 'overtaken' && field && ` ${say('editNow', { value: textOf(field, row[edit.key], say) })}`}
              </span>
              {!edit.unread && (
                <Button
                  size="compact-xs"
                  variant="default"
                  onClick={() => void edits.change([{ ...edit, row }], edit.standing === 'overtaken')}
                >
                  {say(edit.standing === 'overtaken' ? 'editMine' : 'retry')}
                </Button>
              )}
              <Button size="compact-xs" variant="subtle" color="gray" onClick={() => edits.drop(edit)}>
                {say(edit.standing === 'overtaken' ? 'editTheirs' : 'editDrop')}
              </Button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
