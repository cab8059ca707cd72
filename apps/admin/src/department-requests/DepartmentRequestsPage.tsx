import '../record/own-words.ts'
import { DepartmentRequestsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { dueValue } from '../record/Clocks.tsx'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

/** What other departments were asked, and who is late. C-12, M-6 */
export function DepartmentRequestsPage() {
  const { t, language } = useWords()
  const { columns, fields } = useFields('departmentRequest', ['number', 'title', 'state', 'department', 'dueAt'])
  const address = useListAddress(fields)
  const list = usePages(DepartmentRequestsDocument, asked(address, fields), (data) => data.departmentRequests, {
    of: ['departmentRequest'],
  })
  return (
    <ListPage
      of="departmentRequest"
      title={t('rail.department-requests')}
      address={address}
      views={<ViewTabs noun="departmentRequest" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({
        ...node,
        department: { id: node.department.id, name: bilingualName(node.department, language) },
        dueAt: dueValue(node.dueAt ?? undefined),
      })}
      href={(row) => pathOf('departmentRequest', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'departmentRequest', id }} close={close} onDecided={close} />}
      always={['state', 'department']}
      cardTitle="title"
      empty={{ title: t('requests.none'), hint: t('requests.noneHint') }}
    />
  )
}
