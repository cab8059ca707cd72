import '../record/own-words.ts'
import { SuggestionTablesDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { pathOf } from '../paths.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { useWords } from '../words/words.ts'

/** What each month asks of those who design and develop, and what they answered. Y-3 */
export function SuggestionTablesPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('suggestionTable', ['number', 'month', 'state', 'lines', 'answers', 'lateAnswers', 'dueAt'])
  const address = useListAddress(fields)
  const list = usePages(SuggestionTablesDocument, asked(address, fields), (data) => data.suggestionTables, { of: ['suggestionTable'] })
  return (
    <ListPage
      of="suggestionTable"
      title={t('rail.suggestion-tables')}
      address={address}
      views={<ViewTabs noun="suggestionTable" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({ ...node, lines: node.lineCount })}
      href={(row) => pathOf('suggestionTable', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'suggestionTable', id }} close={close} />}
      always={['state']}
      cardTitle="month"
      empty={{ title: t('suggestions.none'), hint: t('suggestions.noneHint') }}
    />
  )
}
