import { EmergencyRepairsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

export function EmergencyRepairsPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('emergencyRepair')
  const address = useListAddress(fields)
  const list = usePages(EmergencyRepairsDocument, asked(address, fields), (data) => data.emergencyRepairs, { of: ['emergencyRepair'] })
  return (
    <ListPage
      of="emergencyRepair"
      title={t('rail.emergency-repairs')}
      address={address}
      views={<ViewTabs noun="emergencyRepair" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({ ...node, notice: node.notice && { name: node.notice.number } })}
      href={(row) => pathOf('emergencyRepair', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'emergencyRepair', id }} close={close} />}
      always={['state', 'contractor']}
      cardTitle="reason"
      empty={{ title: t('repairs.none'), hint: t('repairs.noneHint') }}
    />
  )
}
