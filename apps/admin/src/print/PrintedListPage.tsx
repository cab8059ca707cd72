import { Button } from '@mantine/core'
import { asksNothing, Blank, Moment, treeInWords, useLanguage, type Field } from '@lintel/ui'
import { useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { MeDocument, PrintedListDocument, type NounName, type PrintedListQuery } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { filterInput, sortInput } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { useWords } from '../words/words.ts'
import classes from './PrintedListPage.module.css'

/** From here on columns stand on a sheet laid across. */
const widest = 900
const figures = new Set(['money', 'count'])

/** A list on A4 as it stood on the screen: what it is, when, by whom, filtered how; headings again on each sheet, which says which it is. X-4 */
export function PrintedListPage() {
  const { t, say } = useWords()
  const params: { noun?: string } = useParams({ strict: false })
  const noun = params.noun as NounName
  const { fields } = useFields(noun)
  const { search, view } = useListAddress(fields)
  const title = search['heading'] ?? t(`noun.${noun}`)
  const me = useRead(MeDocument, {}, { of: [] })
  const list = {
    noun,
    title,
    filter: filterInput(view.filter, fields),
    sort: [...sortInput(view.sort)],
    groups: [...view.groups],
    columns: (search['show'] ?? '').split(',').filter(Boolean),
  }
  const { data, error, again } = useRead(PrintedListDocument, { list }, { of: [], pause: fields.length === 0 })
  const printed = data?.printedList
  const ready = printed !== undefined && me.data !== undefined
  // whoever opened this wants it on paper
  useEffect(() => {
    if (ready) window.print()
  }, [ready])
  if (error)
    return (
      <Blank
        tone="red"
        title={say('failed')}
        hint={error.graphQLErrors[0]?.message ?? whatFailed(error, t)}
        action={<Button onClick={again}>{say('retry')}</Button>}
      />
    )
  if (!printed) return <Blank title={say('loading')} />
  return <Sheet of={printed} title={title} by={me.data?.me?.person?.name ?? ''} fields={fields} filter={view.filter} />
}

function Sheet({
  of,
  title,
  by,
  fields,
  filter,
}: {
  of: PrintedListQuery['printedList']
  title: string
  by: string
  fields: readonly Field[]
  filter: Parameters<typeof treeInWords>[0]
}) {
  const { t } = useWords()
  const { say } = useLanguage()
  const across = of.columns.reduce((sum, { width }) => sum + width, 0) > widest
  return (
    <main className={across ? classes.across : classes.upright}>
      <div className={classes.tools}>
        <Button onClick={() => window.print()}>{t('print.now')}</Button>
        {of.more && <span role="alert">{t('print.more', { count: of.rows.length })}</span>}
      </div>
      <h1>{title}</h1>
      <p className={classes.about}>
        <span>{asksNothing(filter) ? t('print.all') : t('print.filtered', { what: treeInWords(filter, fields, say) })}</span>
        <span>
          {t('print.count', { count: of.rows.length })}
          {of.more ? '+' : ''}　{t('print.by', { name: by })}　<Moment at={of.at} as="exact" />
        </span>
      </p>
      <table>
        <thead>
          <tr>
            {of.columns.map(({ label }, n) => (
              <th key={n} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {of.rows.map((row, n) => (
            <tr key={n}>
              {row.map((cell, column) => (
                <td key={column} data-figure={figures.has(of.columns[column]?.kind ?? '') || undefined}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </main>
  )
}
