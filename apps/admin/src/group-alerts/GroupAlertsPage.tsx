import '../record/own-words.ts'
import { GroupAlertsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { pathOf } from '../paths.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { useWords } from '../words/words.ts'

/** The same matter in several homes of a building within days. C-3 */
export function GroupAlertsPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('groupAlert', ['number', 'title', 'state', 'units', 'building', 'project'])
  const address = useListAddress(fields)
  const list = usePages(GroupAlertsDocument, asked(address, fields), (data) => data.groupAlerts, { of: ['groupAlert'] })
  return (
    <ListPage
      of="groupAlert"
      title={t('rail.group-alerts')}
      address={address}
      views={<ViewTabs noun="groupAlert" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => node}
      href={(row) => pathOf('groupAlert', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'groupAlert', id }} close={close} />}
      always={['state']}
      cardTitle="title"
      empty={{ title: t('groupAlerts.none'), hint: t('groupAlerts.noneHint') }}
    />
  )
}
