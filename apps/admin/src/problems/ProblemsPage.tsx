import '../record/own-words.ts'
import { ProblemsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { useWords } from '../words/words.ts'
import { Look } from './Look.tsx'

/** Complaints about the same thing that grow or concentrate more than chance explains. Y-2 */
export function ProblemsPage() {
  const { t, language } = useWords()
  const { columns, fields } = useFields('problem', ['number', 'name', 'state', 'members', 'element', 'category', 'scope'], ['projects'])
  const address = useListAddress(fields)
  const list = usePages(ProblemsDocument, asked(address, fields), (data) => data.problems, { of: ['problem'] })
  return (
    <ListPage
      of="problem"
      title={t('rail.problems')}
      address={address}
      views={<ViewTabs noun="problem" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      action={<Look />}
      row={(node) => ({ ...node, category: { name: bilingualName(node.category, language) } })}
      href={(row) => pathOf('problem', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'problem', id }} close={close} />}
      always={['state']}
      cardTitle="name"
      empty={{ title: t('problems.none'), hint: t('problems.noneHint') }}
    />
  )
}
