import { SegmentedControl } from '@mantine/core'
import type { Field } from '@lintel/ui'
import { useMemo } from 'react'
import { subjectOf } from '../chains/subject.ts'
import { repairTitle } from '../record/repair-title.ts'
import { byUrgency } from '../chains/waiting.ts'
import { TasksDocument, type TaskLineFragment } from '../gql/graphql.ts'
import { ListPage } from '../list/ListPage.tsx'
import { arranged, usePages } from '../list/pages.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { hrefOf } from '../paths.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { unitName } from '../places.ts'
import { clockValue, dueValue } from '../record/Clocks.tsx'
import { useWords } from '../words/words.ts'
import { useHolderName } from '../session/positions.ts'
import { useTaskWords } from '../record/task-words.ts'

const kinds = ['all', 'do', 'approve', 'alert', 'escalation'] as const

/** What I owe, the most urgent first; nothing else is a queue. */
export function TasksPage() {
  const { t } = useWords()
  const what = useTaskWords()
  const held = useHolderName()
  const holder = (node: TaskLineFragment) => held({ person: node.holder, position: node.position, department: node.department })
  const fields = useMemo(
    (): readonly Field[] => [
      { key: 'does', label: t('tasks.what'), type: 'text', width: 230, pinned: 'left' },
      { key: 'clock', label: t('field.clock'), type: 'clock', width: 150 },
      { key: 'from', label: t('tasks.since'), type: 'moment' },
      { key: 'title', label: t('field.title'), type: 'text', width: 320 },
      { key: 'number', label: t('field.number'), type: 'text', width: 150 },
      { key: 'party', label: t('tasks.about'), type: 'text', width: 220 },
      { key: 'amount', label: t('field.amount'), type: 'money' },
    ],
    [t],
  )
  const address = useListAddress(fields)
  const kind = kinds.find((each) => each === address.search['kind']) ?? 'all'
  const list = usePages(TasksDocument, kind === 'all' ? {} : { kinds: [kind] }, (data) => data.tasks, { of: 'all' })
  const record = (id: string) => {
    const task = list.nodes.find((node) => node.id === id)
    return task && subjectOf(task)
  }
  return (
    <ListPage
      title={t('rail.tasks')}
      address={address}
      fields={fields}
      list={arranged(list, byUrgency)}
      row={(node) => ({
        id: node.id,
        does: node.forSuperior ? t('tasks.late', { task: what(node), who: holder(node) }) : what(node),
        clock: node.clock ? clockValue(node.clock) : dueValue(node.due),
        title: node.noun === 'emergencyRepair' ? repairTitle({ reason: node.title }, t) : node.title,
        number: node.number,
        party: unitName(node.unit) ?? node.contractor?.name,
        amount: node.amount,
        from: node.from,
      })}
      cells={{ does: (row) => <strong>{String(row['does'])}</strong> }}
      href={(row) => hrefOf(record(row.id) ?? { noun: 'task', id: row.id })}
      panel={(id, close) => {
        const of = record(id)
        return of ? <AnyRecord of={of} close={close} /> : null
      }}
      cardTitle="does"
      tabs={
        <SegmentedControl
          aria-label={t('tasks.kinds')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`taskKind.${value}`) }))}
          onChange={(value) => address.go({ ...address.search, kind: value === 'all' ? undefined : value, open: undefined })}
        />
      }
      empty={{ title: t('tasks.none'), hint: t('tasks.noneHint') }}
    />
  )
}
