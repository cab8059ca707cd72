import { NoticesDocument } from '../gql/graphql.ts'
import { useFields } from '../list/fields.ts'
import { ListPage, useListAddress } from '../list/ListPage.tsx'
import { usePages } from '../list/pages.ts'
import { asked } from '../list/query.ts'
import { pathOf } from '../paths.ts'
import { clockValue, running } from '../record/Clocks.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { GroundMarks } from './Grounds.tsx'
import { NoticeRecord } from './NoticeRecord.tsx'

export function NoticesPage() {
  const { t } = useWords()
  const fields = useFields('notice')
  const address = useListAddress(fields)
  const list = usePages(NoticesDocument, asked(address, fields), (data) => data.notices, { of: ['notice'] })
  return (
    <ListPage
      title={t('rail.notices')}
      address={address}
      fields={fields}
      list={list}
      row={(node) => {
        const clock = running(node.clocks)[0]
        return { ...node, clock: clock && clockValue(clock) }
      }}
      cells={{
        state: (row) => <State of="stage" is={String(row['stage'])} />,
        grounds: (row) => <GroundMarks of={list.nodes.find((node) => node.id === row.id)?.grounds ?? []} />,
        defects: (row) => list.nodes.find((node) => node.id === row.id)?.defects.map((defect) => defect.location).join('、'),
      }}
      href={(row) => pathOf('notice', row.id)}
      panel={(id, close) => <NoticeRecord id={id} place={{ beside: true, close, href: pathOf('notice', id) }} />}
      always={['state', 'contractor', 'representative']}
      cardTitle="contractor"
      empty={{ title: t('notices.none'), hint: t('notices.noneHint') }}
    />
  )
}
