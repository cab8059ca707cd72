import { Button, Group } from '@mantine/core'
import { Section } from '@lintel/ui'
import { useState } from 'react'
import { useClient } from 'urql'
import { ImportNotesDocument, type ImportNotesQuery, type ImportWholeFragment } from '../../gql/graphql.ts'
import { ask, useRead } from '../../graph/read.ts'
import { labelled, useWords } from '../../words/words.ts'
import table from '../Table.module.css'
import classes from './Imports.module.css'
import { useInputWord } from './useInputWord.ts'

type Note = NonNullable<ImportNotesQuery['import']>['notes']['nodes'][number]

/** Lines with errors, and lines that say something else than the record has. */
export function Notes({ row }: { row: ImportWholeFragment }) {
  const { t } = useWords()
  const asks = (['error', 'differs', 'changed'] as const).filter(
    (is) => ({ error: row.errors, differs: row.differing, changed: row.changed })[is] > 0,
  )
  return asks.map((is) => (
    <Section key={is} title={t(`imports.notes.${is}`)}>
      {is === 'error' && (
        <Group className={classes.line}>
          <Button component="a" variant="default" href={`/imports/${encodeURIComponent(row.id)}/errors.csv`} download>
            {t('imports.download')}
          </Button>
          <span className={classes.soft}>{t('imports.downloadHint')}</span>
        </Group>
      )}
      <NoteRows id={row.id} is={is} read={row.read} />
    </Section>
  ))
}

function NoteRows({ id, is, read }: { id: string; is: Note['is']; read: number }) {
  const { t } = useWords()
  const word = useInputWord()
  const client = useClient()
  // read again as the import goes on
  const { data } = useRead(ImportNotesDocument, { id, is }, { of: [], pause: read === 0 })
  const [more, setMore] = useState<{ nodes: readonly Note[]; after: number | null | undefined }>()
  const first = data?.import?.notes
  const rows = [...(first?.nodes ?? []), ...(more?.nodes ?? [])]
  const after = more ? more.after : first?.after
  const goOn = async () => {
    const next = (await ask(client, ImportNotesDocument, { id, is, after: after ?? null })).import?.notes
    setMore({ nodes: [...(more?.nodes ?? []), ...(next?.nodes ?? [])], after: next?.after })
  }
  return (
    <div className={classes.scroll}>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">{t('imports.lineNumber')}</th>
            {is === 'error' && <th scope="col">{t('imports.column')}</th>}
            {is === 'error' && <th scope="col">{t('imports.value')}</th>}
            <th scope="col">{t(is === 'error' ? 'imports.whatToDo' : 'imports.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((note) => (
            <tr key={note.line}>
              <td className={table.figure}>{note.line}</td>
              {is === 'error' && <td>{note.column ?? (note.field ? word(note.field) : '')}</td>}
              {is === 'error' && <td className={classes.value}>{note.value}</td>}
              <td className={classes.value}>
                {note.message}
                {note.differences.map(({ field, old, new: now }) => (
                  <div key={field}>{labelled(word(field), `${old || t('imports.empty')} → ${now}`)}</div>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {after != null && (
        <Button className={classes.more} variant="default" onClick={() => void goOn()}>
          {t('imports.more')}
        </Button>
      )}
    </div>
  )
}
