import { Alert, Button, Group, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { ImportCheckDocument, type ImportCheckMutation, type ImportWholeFragment } from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { listed, useWords } from '../../words/words.ts'
import classes from './Imports.module.css'
import { KeptMappings } from './KeptMappings.tsx'
import { chosenFrom, mappingOf, type Chosen } from './mapping.ts'
import { MappingRow } from './MappingRow.tsx'
import { ReadingForm } from './ReadingForm.tsx'

/** Which column is what: guessed, to be set right, and then every line is checked. */
export function MappingForm({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  // the file read otherwise has other columns
  return <Form key={`${row.sheet ?? ''} ${row.headLine} ${row.encoding ?? ''} ${row.delimiter ?? ''}`} row={row} onChanged={onChanged} />
}

function Form({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const [source, setSource] = useState(row.source)
  const [chosen, setChosen] = useState<Chosen>(chosenFrom(row.from))
  const [problem, setProblem] = useState<{ field: string; message: string }>()
  const [sending, setSending] = useState(false)
  const check = async () => {
    setSending(true)
    setProblem(undefined)
    const { applyChanges, allOrNothing } = row
    const asked = { id: row.id, mapping: mappingOf(source, chosen), choices: { applyChanges, allOrNothing } }
    const { data, error } = await client.mutation<ImportCheckMutation>(ImportCheckDocument.toString(), asked).toPromise()
    setSending(false)
    const result = data?.importCheck
    if (result && 'message' in result) return setProblem({ field: ('field' in result && result.field) || '', message: result.message })
    if (error) return setProblem({ field: '', message: whatFailed(error, t) })
    return onChanged()
  }
  const used = new Set(Object.values(chosen).flatMap(({ column }) => column ?? []))
  const left = row.columns.filter(({ name }) => !used.has(name)).map(({ name }) => name)
  return (
    <form
      className={classes.mapping}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void check()
      }}
    >
      <ReadingForm row={row} onChanged={onChanged} />
      <KeptMappings
        kind={row.kind}
        mapping={() => mappingOf(source, chosen)}
        onChosen={(kept) => {
          setSource(kept.source)
          setChosen(chosenFrom(kept.from))
        }}
      />
      <TextInput
        className={classes.source}
        label={t('input.source')}
        description={t('imports.sourceHint')}
        value={source}
        error={problem?.field === 'source' ? problem.message : undefined}
        onChange={(event) => setSource(event.currentTarget.value)}
      />
      <div className={classes.rows}>
        {row.inputs.map((input) => (
          <MappingRow
            key={input.name}
            input={input}
            columns={row.columns}
            chosen={chosen[input.name]}
            problem={problem?.field === input.name ? problem.message : undefined}
            onChosen={(next) => setChosen({ ...chosen, [input.name]: next })}
          />
        ))}
      </div>
      {left.length > 0 && <p className={classes.soft}>{t('imports.left', { columns: listed(left) })}</p>}
      {problem && <Alert color="red">{problem.message}</Alert>}
      <Group className={classes.line}>
        <Button type="submit" loading={sending}>
          {t('imports.check')}
        </Button>
      </Group>
    </form>
  )
}
