import { Button } from '@mantine/core'
import { useState } from 'react'
import { ProjectsDocument } from '../gql/graphql.ts'
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

export function ProjectsPage() {
  const { t } = useWords()
  const { columns, fields } = useFields('project')
  const address = useListAddress(fields)
  const list = usePages(ProjectsDocument, asked(address, fields), (data) => data.projects, { of: ['project'] })
  const mayAdd = useMayOpen('projectAdd')
  const [adding, setAdding] = useState(false)
  return (
    <>
      <ListPage
        of="project"
        title={t('rail.projects')}
        address={address}
        views={<ViewTabs noun="project" address={address} fields={fields} />}
        fields={fields}
        columns={columns}
        list={list}
        row={(node) => ({ ...node })}
        href={(row) => pathOf('project', row.id)}
        panel={(id, close) => <AnyRecord of={{ noun: 'project', id }} close={close} />}
        always={['name', 'city']}
        action={mayAdd && <Button onClick={() => setAdding(true)}>{t('decision.projectAdd')}</Button>}
      />
      {adding && <Opening decision="projectAdd" onClose={() => setAdding(false)} />}
    </>
  )
}
