import '../record/own-words.ts'
import { SurveysDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

/** Joint surveys on site: planned, held, signed. C-9 */
export function SurveysPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('survey', ['number', 'title', 'state', 'plannedAt', 'unit'])
  const address = useListAddress(fields)
  const list = usePages(SurveysDocument, asked(address, fields), (data) => data.surveys, { of: ['survey'] })
  return (
    <ListPage
      of="survey"
      title={t('rail.surveys')}
      address={address}
      views={<ViewTabs noun="survey" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({ ...node, unit: { name: unitName(node.unit) ?? '' } })}
      href={(row) => pathOf('survey', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'survey', id }} close={close} />}
      always={['state']}
      cardTitle="title"
      empty={{ title: t('surveys.none'), hint: t('surveys.noneHint') }}
    />
  )
}
