import { Alert, Button, Group, Switch } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useClient } from 'urql'
import { ImportStartDocument, type ImportStartMutation, type ImportWholeFragment } from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'

/** Every line was looked at: what is to be done with those that are bad or say something else. */
export function StartForm({
  row,
  onChanged,
  onRemap,
  cancel,
}: {
  row: ImportWholeFragment
  onChanged: () => void
  onRemap: () => void
  cancel: ReactNode
}) {
  const { t } = useWords()
  const client = useClient()
  const [allOrNothing, setAllOrNothing] = useState(row.allOrNothing)
  const [applyChanges, setApplyChanges] = useState(row.applyChanges)
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const nothing = row.taken === 0 && !(applyChanges && row.differing > 0)
  const start = async () => {
    setSending(true)
    const choices = { allOrNothing, applyChanges }
    const { data, error } = await client.mutation<ImportStartMutation>(ImportStartDocument.toString(), { id: row.id, choices }).toPromise()
    setSending(false)
    const result = data?.importStart
    if (result && 'message' in result) setProblem(result.message)
    else if (error) setProblem(whatFailed(error, t))
    onChanged()
  }
  return (
    <div className={classes.fields}>
      {row.errors > 0 && (
        <Switch
          label={t('imports.allOrNothing')}
          description={t('imports.allOrNothingHint')}
          checked={allOrNothing}
          onChange={() => setAllOrNothing(!allOrNothing)}
        />
      )}
      {row.differing > 0 && (
        <Switch
          label={t('imports.applyChanges', { count: row.differing })}
          description={t('imports.applyChangesHint')}
          checked={applyChanges}
          onChange={() => setApplyChanges(!applyChanges)}
        />
      )}
      {problem && <Alert color="red">{problem}</Alert>}
      {nothing && <p className={classes.soft}>{t('imports.nothingNew')}</p>}
      <Group>
        <Button disabled={nothing} loading={sending} onClick={() => void start()}>
          {t('imports.start', { count: row.taken + (applyChanges ? row.differing : 0) })}
        </Button>
        <Button variant="default" onClick={onRemap}>
          {t('imports.remap')}
        </Button>
        {cancel}
      </Group>
    </div>
  )
}
