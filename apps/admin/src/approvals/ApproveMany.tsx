import { Button } from '@mantine/core'
import { useState } from 'react'
import { useDecide } from '../graph/decide.ts'
import { fixedByPart } from '../record/parts.ts'
import { labelled, useWords } from '../words/words.ts'
import type { Waiting } from './ApprovalsPage.tsx'
import classes from './ApproveMany.module.css'

type Result = { id: string; name: string; refused?: string }

/** Several approved at once, each with its own answer told apart. B-6 */
export function ApproveMany({ tasks, onDone }: { tasks: readonly Waiting[]; onDone: () => void }) {
  const { t, say } = useWords()
  const decide = useDecide()
  const [results, setResults] = useState<readonly Result[]>()
  const [at, setAt] = useState<number>()
  const run = async () => {
    const told: Result[] = []
    for (const [n, task] of tasks.entries()) {
      setAt(n)
      const name = [task.number, task.contractor?.name].filter(Boolean).join(' ')
      try {
        // on the seat the task names, on what its card showed. B-4
        const answer = await decide({
          decision: 'approvalApprove',
          id: task.recordId,
          saw: task.seen,
          input: fixedByPart('approvalApprove', task.part),
        })
        told.push({ id: task.id, name, ...(answer.is === 'done' ? {} : { refused: answer.message || t('decide.lost') }) })
      } catch {
        told.push({ id: task.id, name, refused: t('failure.unreachable') })
      }
    }
    setAt(undefined)
    setResults(told)
  }
  if (results)
    return (
      <div className={classes.bar} role="status">
        <div>
          {t('approvals.manyResult', {
            done: results.filter((each) => !each.refused).length,
            refused: results.filter((each) => each.refused).length,
          })}
          {results.map(
            ({ id, name, refused }) =>
              refused && (
                <div key={id} className={classes.refused}>
                  {labelled(name, refused)}
                </div>
              ),
          )}
        </div>
        <Button
          variant="default"
          onClick={() => {
            setResults(undefined)
            onDone()
          }}
        >
          {say('close')}
        </Button>
      </div>
    )
  return (
    <div className={classes.bar}>
      <Button variant="filled" loading={at !== undefined} onClick={() => void run()}>
        {t('approvals.approveMany', { count: tasks.length })}
      </Button>
      {at !== undefined && (
        <span role="status">
          {at + 1} / {tasks.length}
        </span>
      )}
    </div>
  )
}
