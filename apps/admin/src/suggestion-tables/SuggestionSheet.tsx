import '../record/own-words.ts'
import { Button } from '@mantine/core'
import { Blank, Moment, useLanguage } from '@lintel/ui'
import { useEffect } from 'react'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { SuggestionSheetDocument } from '../gql/graphql.ts'
import { bilingualName } from '../places.ts'
import { useRecordId } from '../record/route.ts'
import { useWords } from '../words/words.ts'
import { Lines } from './Lines.tsx'
import classes from './Suggestions.module.css'

/** 产品建议表 on A4, as the departments sign it. X-4 */
export function SuggestionSheet() {
  const { t, language } = useWords()
  const { say } = useLanguage()
  const { data, error, again } = useRead(SuggestionSheetDocument, { id: useRecordId() }, { of: [] })
  const table = data?.suggestionTable
  const ready = Boolean(table)
  // whoever opened this wants it on paper
  useEffect(() => {
    if (ready) window.print()
  }, [ready])
  if (error)
    return <Blank tone="red" title={say('failed')} hint={whatFailed(error, t)} action={<Button onClick={again}>{say('retry')}</Button>} />
  if (data && !table) return <Blank title={t('record.notFound')} hint={t('record.notFoundHint')} />
  if (!table) return <Blank title={say('loading')} />
  return (
    <main className={classes.sheet}>
      <div className={classes.tools}>
        <Button onClick={() => window.print()}>{t('print.now')}</Button>
      </div>
      <h1>{t('suggestions.title', { month: table.month })}</h1>
      <p className={classes.about}>
        {table.number}
        {table.sentAt && (
          <>
            　<Moment at={table.sentAt} as="exact" />
          </>
        )}
      </p>
      <Lines of={table} />
      <div className={classes.signatures}>
        {table.departments.map((one) => (
          <span key={one.id}>
            {bilingualName(one, language)} {t('suggestions.signature')}：
          </span>
        ))}
      </div>
    </main>
  )
}
