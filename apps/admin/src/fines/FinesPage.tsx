import '../record/own-words.ts'
import { FinesDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { GroundMarks } from '../grounds/Grounds.tsx'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

export function FinesPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('fine')
  const address = useListAddress(fields)
  const list = usePages(FinesDocument, asked(address, fields), (data) => data.fines, { of: ['fine'] })
  return (
    <ListPage
      of="fine"
      title={t('rail.fines')}
      address={address}
      views={<ViewTabs noun="fine" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({ ...node, notice: node.notice && { name: node.notice.number } })}
      cells={{
        grounds: (row) => (
          <GroundMarks of={list.nodes.find((node) => node.id === row.id)?.groundNumbers.map((ground) => ({ ground })) ?? []} />
        ),
      }}
      href={(row) => pathOf('fine', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'fine', id }} close={close} />}
      always={['state', 'contractor']}
      cardTitle="contractor"
      empty={{ title: t('fines.none'), hint: t('fines.noneHint') }}
    />
  )
}
