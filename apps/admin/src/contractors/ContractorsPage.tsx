import { Button } from '@mantine/core'
import { useState } from 'react'
import { ContractorsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

export function ContractorsPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('contractor')
  const address = useListAddress(fields)
  const list = usePages(ContractorsDocument, asked(address, fields), (data) => data.contractors, { of: ['contractor'] })
  const mayAdd = useMayOpen('contractorAdd')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        of="contractor"
        title={t('rail.contractors')}
        address={address}
        views={<ViewTabs noun="contractor" address={address} fields={fields} />}
        fields={fields}
        columns={columns}
        list={list}
        row={(node) => ({ ...node })}
        href={(row) => pathOf('contractor', row.id)}
        panel={(id, close) => <AnyRecord of={{ noun: 'contractor', id }} close={close} />}
        always={['name', 'kind', 'vetoed']}
        action={mayAdd && <Button onClick={() => setAdding(true)}>{t('decision.contractorAdd')}</Button>}
      />
      {adding && <Opening decision="contractorAdd" onClose={() => setAdding(false)} />}
    </>
  )
}
