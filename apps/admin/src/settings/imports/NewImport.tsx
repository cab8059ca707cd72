import { Alert, Button, FileInput, Group, NativeSelect, Progress } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { useClient } from 'urql'
import { uploadsOver } from '../../evidence/upload.ts'
import { ImportBeginDocument, type ImportBeginMutation, type ImportKind } from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'

/** What is imported, and the file: chosen or dropped, sent in pieces, gone on with after a lost network. */
export function NewImport({
  kinds,
  onClose,
  onBegun,
}: {
  kinds: readonly ImportKind[]
  onClose: () => void
  onBegun: (id: string) => void
}) {
  const { t } = useWords()
  const client = useClient()
  const [kind, setKind] = useState(kinds[0])
  const [file, setFile] = useState<File | null>(null)
  const [sent, setSent] = useState<number>()
  const [problem, setProblem] = useState<string>()
  const [over, setOver] = useState(false)
  const refused = (message: string) => {
    setSent(undefined)
    setProblem(message)
  }
  const begin = async (id: string) => {
    const { data, error } = await client.mutation<ImportBeginMutation>(ImportBeginDocument.toString(), { kind, file: id }).toPromise()
    const result = data?.importBegin
    if (result && 'id' in result) return onBegun(result.id)
    return refused(result && 'message' in result ? result.message : error ? whatFailed(error, t) : t('failure.server'))
  }
  const send = () => {
    if (!file) return refused(t('imports.chooseFile'))
    setProblem(undefined)
    setSent(0)
    uploadsOver(client).send(file, {
      onProgress: setSent,
      onWaiting: () => setProblem(t('imports.waiting')),
      onDone: ({ id }) => void begin(id),
      onRefused: refused,
    })
  }
  const drop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    setFile(event.dataTransfer.files[0] ?? null)
  }
  return (
    <form
      className={`${classes.new} ${over ? classes.over : ''}`}
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <Group align="end">
        <NativeSelect
          label={t('imports.kindTitle')}
          value={kind ?? ''}
          data={kinds.map((value) => ({ value, label: t(`imports.kind.${value}`) }))}
          onChange={(event) => setKind(kinds.find((one) => one === event.currentTarget.value))}
        />
        <FileInput
          className={classes.file}
          label={t('imports.file')}
          placeholder={t('imports.dropHere')}
          accept=".xlsx,.csv,.tsv,.txt"
          value={file}
          onChange={setFile}
          clearable
        />
        <Button type="submit" loading={sent !== undefined}>
          {t('imports.upload')}
        </Button>
        <Button variant="default" onClick={onClose}>
          {t('ui.cancel')}
        </Button>
      </Group>
      {kind && <p className={classes.soft}>{t(`imports.about.${kind}`)}</p>}
      {sent !== undefined && <Progress value={sent * 100} aria-label={t('imports.upload')} />}
      {problem && <Alert color="red">{problem}</Alert>}
    </form>
  )
}
