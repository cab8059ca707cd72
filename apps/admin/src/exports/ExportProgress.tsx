import { Button, Progress } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { ExportCancelDocument, ExportDocument, type ExportCancelMutation, type ExportLineFragment } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './Exports.module.css'
import { useLooking } from './looking.ts'

export const goesOn = ({ state }: Pick<ExportLineFragment, 'state'>) => state === 'waiting' || state === 'running'

/** One export, wherever somebody follows it: how far it is, and the file when it is there. X-10 */
export function ExportProgress({ id, onGone }: { id: string; onGone: () => void }) {
  const { t, say } = useWords()
  const { data, error, again } = useRead(ExportDocument, { id }, { of: [] })
  const row = data?.export
  useLooking(row ? goesOn(row) : !error, again)
  if (error) return <span role="alert">{whatFailed(error, t)}</span>
  if (!row) return <span>{say('loading')}</span>
  return (
    <div className={classes.progress} role="status">
      <ExportHow of={row} />
      {goesOn(row) && <Cancel of={row} onCancelled={again} />}
      {row.link && (
        <Button component="a" href={row.link} download onClick={onGone} size="compact-sm" variant="filled">
          {t('exports.take')}
        </Button>
      )}
    </div>
  )
}

/** How far an export is, in words and as a bar. */
export function ExportHow({ of }: { of: ExportLineFragment }) {
  const { t } = useWords()
  if (!goesOn(of)) return <span>{t(`exports.state.${of.state}`, { rows: (of.rows ?? 0).toLocaleString() })}</span>
  if (of.rows === null) return <span>{t('exports.waiting')}</span>
  return (
    <>
      <span>{t('exports.writtenOf', { written: of.written.toLocaleString(), rows: of.rows.toLocaleString() })}</span>
      <Progress value={of.rows ? (of.written / of.rows) * 100 : 100} aria-label={t('exports.progress')} />
    </>
  )
}

export function Cancel({ of, onCancelled }: { of: ExportLineFragment; onCancelled: () => void }) {
  const { t } = useWords()
  const client = useClient()
  const [problem, setProblem] = useState<string>()
  const cancel = async () => {
    const { data, error } = await client.mutation<ExportCancelMutation>(ExportCancelDocument.toString(), { id: of.id }).toPromise()
    const result = data?.exportCancel
    setProblem(result && 'message' in result ? result.message : error ? whatFailed(error, t) : undefined)
    onCancelled()
  }
  return (
    <>
      <Button size="compact-sm" variant="default" loading={of.stopping} onClick={() => void cancel()}>
        {t('exports.cancel')}
      </Button>
      {problem && <span role="alert">{problem}</span>}
    </>
  )
}
