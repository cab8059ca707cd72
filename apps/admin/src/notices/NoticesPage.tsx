import '../record/own-words.ts'
import { NoticesDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { dueValue } from '../record/Clocks.tsx'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

export function NoticesPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('notice', ['number', 'stage', 'contractor', 'dueAt', 'deadline'])
  const address = useListAddress(fields)
  const list = usePages(NoticesDocument, asked(address, fields), (data) => data.notices, { of: ['notice'] })
  return (
    <ListPage
      of="notice"
      title={t('rail.notices')}
      address={address}
      views={<ViewTabs noun="notice" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({ ...node, dueAt: dueValue(node.dueAt) })}
      href={(row) => pathOf('notice', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'notice', id }} close={close} />}
      always={['stage', 'contractor', 'representative']}
      cardTitle="contractor"
      empty={{ title: t('notices.none'), hint: t('notices.noneHint') }}
    />
  )
}
