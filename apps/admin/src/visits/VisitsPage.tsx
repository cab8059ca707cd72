import '../record/own-words.ts'
import { VisitsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { dueValue } from '../record/Clocks.tsx'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

/** Whom the front desk calls next. */
export function VisitsPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('visit', ['complaint', 'state', 'dueAt', 'unit'])
  const address = useListAddress(fields)
  const list = usePages(VisitsDocument, asked(address, fields), (data) => data.visits, { of: ['visit'] })
  return (
    <ListPage
      of="visit"
      title={t('rail.visits')}
      address={address}
      views={<ViewTabs noun="visit" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({
        ...node,
        attempts: node.attempts.length,
        dueAt: dueValue(node.state === 'due' ? node.dueAt : undefined),
        unit: { name: unitName(node.unit) ?? '' },
        complaint: { name: `${node.complaint.number} ${node.title}` },
      })}
      href={(row) => pathOf('visit', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'visit', id }} close={close} onDecided={close} />}
      always={['state']}
      cardTitle="title"
      empty={{ title: t('visits.none'), hint: t('visits.noneHint') }}
    />
  )
}
