import { Button } from '@mantine/core'
import { useGo } from '../go.ts'
import { ComplaintsDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { pathOf } from '../paths.ts'
import { categoryName, unitName } from '../places.ts'
import { dueValue } from '../record/Clocks.tsx'
import { useWords } from '../words/words.ts'
import { ViewTabs } from '../list/views/ViewTabs.tsx'
import { AnyRecord } from '../record/AnyRecord.tsx'

export function ComplaintsPage() {
  const { t, language } = useWords()
  const go = useGo()
  const { columns, fields } = useFields(
    'complaint',
    ['number', 'title', 'state', 'dueAt', 'severity', 'project', 'unit', 'representative', 'category'],
    ['building'],
  )
  const address = useListAddress(fields)
  const list = usePages(ComplaintsDocument, asked(address, fields), (data) => data.complaints, { of: ['complaint'] })
  const register = () => go('/complaints/new')
  return (
    <ListPage
      of="complaint"
      title={t('rail.complaints')}
      address={address}
      views={<ViewTabs noun="complaint" address={address} fields={fields} />}
      fields={fields}
      columns={columns}
      list={list}
      row={(node) => ({
        ...node,
        dueAt: dueValue(node.dueAt),
        category: { id: node.category.id, name: categoryName(node.category, language) },
        unit: { name: unitName(node.unit) ?? node.place ?? node.building?.name ?? '' },
      })}
      href={(row) => pathOf('complaint', row.id)}
      panel={(id, close) => <AnyRecord of={{ noun: 'complaint', id }} close={close} />}
      always={['state', 'severity', 'representative']}
      cardTitle="title"
      action={<Button onClick={register}>{t('complaints.register')}</Button>}
      empty={{
        title: t('complaints.none'),
        hint: t('complaints.noneHint'),
        action: <Button onClick={register}>{t('complaints.register')}</Button>,
      }}
    />
  )
}
