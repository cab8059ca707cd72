import { Alert, Group, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { ImportReadOtherwiseDocument, type ImportReadOtherwiseMutation, type ImportWholeFragment } from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'

const encodings = ['utf-8', 'gb18030', 'big5', 'utf-16le', 'utf-16be']
const delimiters = [',', ';', '\t', '|']

/** How the file was read: its sheet, its headings, and of csv how it is written; to be said where that was found wrong. */
export function ReadingForm({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const [problem, setProblem] = useState<string>()
  const [headLine, setHeadLine] = useState<string | number>(row.headLine)
  const read = async (reading: { sheet?: string; headLine?: number; encoding?: string; delimiter?: string }) => {
    setProblem(undefined)
    const { sheet, encoding, delimiter } = row
    const asked = { id: row.id, reading: { sheet, encoding, delimiter, ...reading } }
    const { data, error } = await client.mutation<ImportReadOtherwiseMutation>(ImportReadOtherwiseDocument.toString(), asked).toPromise()
    const result = data?.importReadOtherwise
    if (result && 'message' in result) return setProblem(result.message)
    if (error) return setProblem(whatFailed(error, t))
    return onChanged()
  }
  const readFrom = () => {
    const line = Number(headLine)
    if (Number.isInteger(line) && line > 0 && line !== row.headLine) void read({ headLine: line })
  }
  return (
    <>
      <Group align="end" className={classes.line}>
        {row.sheets.length > 1 && (
          <NativeSelect
            label={t('imports.sheet')}
            value={row.sheet ?? ''}
            data={[...row.sheets]}
            onChange={(event) => void read({ sheet: event.currentTarget.value })}
          />
        )}
        <NumberInput label={t('imports.headLine')} w={110} min={1} value={headLine} onChange={setHeadLine} onBlur={readFrom} />
        {row.encoding && (
          <NativeSelect
            label={t('imports.encoding')}
            value={row.encoding}
            data={encodings}
            onChange={(event) => void read({ encoding: event.currentTarget.value, headLine: row.headLine })}
          />
        )}
        {row.delimiter && (
          <NativeSelect
            label={t('imports.delimiter')}
            value={row.delimiter}
            data={delimiters.map((value, n) => ({ value, label: t(`imports.delimiters.${n}`) }))}
            onChange={(event) => void read({ delimiter: event.currentTarget.value, headLine: row.headLine })}
          />
        )}
      </Group>
      {problem && <Alert color="red">{problem}</Alert>}
    </>
  )
}
