import { Alert, Button, Progress } from '@mantine/core'
import { Blank, FactsGrid, Moment, Section, useLink } from '@lintel/ui'
import { useEffect, useState } from 'react'
import { useClient } from 'urql'
import { fileAddress } from '../../evidence/address.ts'
import { ImportCancelDocument, ImportDocument, type ImportCancelMutation, type ImportWholeFragment } from '../../gql/graphql.ts'
import { whatFailed } from '../../graph/failure.ts'
import { useRead } from '../../graph/read.ts'
import { useWords } from '../../words/words.ts'
import { Part } from '../Part.tsx'
import { Counts } from './Counts.tsx'
import classes from './Imports.module.css'
import { ImportState } from './ImportState.tsx'
import { MappingForm } from './MappingForm.tsx'
import { Notes } from './Notes.tsx'
import { Sample } from './Sample.tsx'
import { StartForm } from './StartForm.tsx'

const goesOn = ({ state }: ImportWholeFragment) => state === 'checking' || state === 'running'
/** How often one looks how far it is. */
const look = 1_000

/** One import, at whatever stage it is: to be mapped, checked, running, or what became of it. */
export function ImportOne({ id }: { id: string }) {
  const { t } = useWords()
  const Link = useLink()
  const { data, loading, error, again } = useRead(ImportDocument, { id }, { of: [] })
  const row = data?.import
  const going = row ? goesOn(row) : false
  useEffect(() => {
    if (!going) return undefined
    const looking = setInterval(again, look)
    return () => clearInterval(looking)
  }, [going, again])
  return (
    <Part
      title={row?.fileName ?? t('settings.imports')}
      hint={<Link to="/settings/imports">{t('imports.back')}</Link>}
      loading={loading}
      error={error}
      onRetry={again}
      action={row && <ImportState is={row.state} />}
    >
      {row ? <Whole row={row} onChanged={again} /> : <Blank title={t('imports.gone')} />}
    </Part>
  )
}

function Whole({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  const { t } = useWords()
  const [remap, setRemap] = useState(false)
  const mapping = row.mine && (row.state === 'draft' || (remap && row.state === 'checked'))
  return (
    <>
      {row.why && <Alert color="red">{row.why}</Alert>}
      {row.state === 'refused' && <Alert color="red">{t('imports.refused')}</Alert>}
      {goesOn(row) && <Running row={row} onChanged={onChanged} />}
      {mapping && (
        <MappingForm
          row={row}
          onChanged={() => {
            setRemap(false)
            onChanged()
          }}
        />
      )}
      {row.state !== 'draft' && !mapping && <Counts row={row} />}
      {row.mine && row.state === 'checked' && !remap && (
        <StartForm row={row} onChanged={onChanged} onRemap={() => setRemap(true)} cancel={<Cancel row={row} onChanged={onChanged} />} />
      )}
      {mapping && (
        <div className={classes.line}>
          <Cancel row={row} onChanged={onChanged} />
        </div>
      )}
      {row.state !== 'draft' && !mapping && <Notes row={row} />}
      {row.state === 'checked' && !mapping && <Sample row={row} />}
      <Section title={t('imports.about.title')}>
        <FactsGrid
          facts={[
            { label: t('imports.kindTitle'), value: t(`imports.kind.${row.kind}`) },
            { label: t('imports.by'), value: row.by?.name },
            { label: t('imports.at'), value: <Moment at={row.at} as="exact" /> },
            { label: t('imports.started'), value: row.startedAt && <Moment at={row.startedAt} as="exact" /> },
            { label: t('imports.ended'), value: row.endedAt && <Moment at={row.endedAt} as="exact" /> },
            { label: t('imports.file'), value: <a href={fileAddress(row.fileId, 'original')}>{row.fileName}</a> },
            { label: t('input.source'), value: row.source },
            { label: 'SHA-256', value: <code className={classes.hash}>{row.fileHash}</code> },
          ]}
        />
      </Section>
    </>
  )
}

function Running({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  const { t } = useWords()
  return (
    <div className={classes.running} role="status">
      <Progress value={row.lines ? (row.read / row.lines) * 100 : 100} animated aria-label={t(`imports.state.${row.state}`)} />
      <p>
        {row.lines
          ? t('imports.readOf', { read: row.read.toLocaleString(), lines: row.lines.toLocaleString() })
          : t('imports.read', { read: row.read.toLocaleString() })}
      </p>
      {row.mine && <Cancel row={row} onChanged={onChanged} />}
    </div>
  )
}

function Cancel({ row, onChanged }: { row: ImportWholeFragment; onChanged: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const [problem, setProblem] = useState<string>()
  const cancel = async () => {
    const { data, error } = await client.mutation<ImportCancelMutation>(ImportCancelDocument.toString(), { id: row.id }).toPromise()
    const result = data?.importCancel
    if (result && 'message' in result) setProblem(result.message)
    else if (error) setProblem(whatFailed(error, t))
    onChanged()
  }
  return (
    <>
      <Button variant="default" loading={row.stopping} onClick={() => void cancel()}>
        {t('imports.cancel')}
      </Button>
      {problem && <Alert color="red">{problem}</Alert>}
    </>
  )
}
