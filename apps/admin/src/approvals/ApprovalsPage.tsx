import { Button, Skeleton } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { Blank } from '@lintel/ui'
import { useState } from 'react'
import { byUrgency } from '../chains/waiting.ts'
import { useGo } from '../go.ts'
import { whatFailed } from '../graph/failure.ts'
import { TasksDocument, type TaskLineFragment } from '../gql/graphql.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { usePages } from '../list/pages.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { useWords } from '../words/words.ts'
import classes from './ApprovalsPage.module.css'
import { subjectOf } from '../chains/subject.ts'
import { ApproveMany } from './ApproveMany.tsx'
import { keys } from './keys.ts'
import { RequestCard } from './RequestCard.tsx'

export type Waiting = TaskLineFragment

/** Every kind of request in one queue: what a decision needs without opening it, and the next one comes up by itself. B-6 */
export function ApprovalsPage() {
  const { t, say } = useWords()
  const go = useGo()
  const address = useListAddress([])
  const beside = useMediaQuery('(min-width: 1000px)', true, { getInitialValueInEffect: false })
  const pages = usePages(TasksDocument, { kinds: ['approve'] }, (data) => data.tasks, { of: 'all' })
  const list = { ...pages, nodes: byUrgency(pages.nodes) }
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const open = list.nodes.find((node) => node.id === address.search['open']) ?? (beside ? list.nodes[0] : undefined)
  const step = (by: number) => {
    const at = open ? list.nodes.indexOf(open) : -1
    const next = list.nodes[Math.min(list.nodes.length - 1, Math.max(0, at + by))]
    if (next) address.open(next.id)
  }
  // the next task comes up where the decided one stood
  const decided = () => {
    const at = open ? list.nodes.indexOf(open) : -1
    address.open((list.nodes[at + 1] ?? list.nodes[at - 1])?.id)
    list.again()
  }
  const toggle = (id: string) =>
    setChosen((was) => {
      const now = new Set(was)
      if (!now.delete(id)) now.add(id)
      return now
    })
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
    ['x', () => open?.does === 'approval_approve' && toggle(open.id)],
  ])

  if (list.state === 'failed')
    return (
      <Blank
        tone="red"
        title={say('failed')}
        hint={list.error && whatFailed(list.error, t)}
        action={<Button onClick={list.again}>{say('retry')}</Button>}
      />
    )
  if (list.state === 'ready' && list.nodes.length === 0)
    return (
      <Blank
        title={t('approvals.none')}
        hint={t('approvals.noneHint')}
        action={<Button onClick={() => go('/tasks')}>{t('error.toTasks')}</Button>}
      />
    )
  return (
    <div className={classes.page} data-open={(!beside && open !== undefined) || undefined}>
      <section className={classes.queue} aria-label={t('approvals.title')}>
        <div className={classes.head}>
          <h1>{t('approvals.title')}</h1>
          <span className={classes.soft}>{list.state === 'ready' && `${list.nodes.length}${list.more.has ? '+' : ''}`}</span>
        </div>
        {chosen.size > 0 && (
          <ApproveMany
            tasks={list.nodes.filter((node) => chosen.has(node.id))}
            onDone={() => {
              setChosen(new Set())
              list.again()
            }}
          />
        )}
        <ul>
          {list.state === 'loading' &&
            Array.from({ length: 6 }, (_, n) => (
              <li key={n} className={classes.waiting}>
                <Skeleton height={12} width="70%" mb={8} />
                <Skeleton height={10} width="50%" />
              </li>
            ))}
          {list.nodes.map((node) => (
            <li key={node.id}>
              <RequestCard
                of={node}
                current={node.id === open?.id && beside === true}
                chosen={chosen.has(node.id)}
                onChoose={node.does === 'approval_approve' ? () => toggle(node.id) : undefined}
                onOpen={() => address.open(node.id)}
              />
            </li>
          ))}
          {list.more.has && (
            <li className={classes.more}>
              <Button variant="subtle" loading={list.more.loading} onClick={list.more.load}>
                {say('loadMore')}
              </Button>
            </li>
          )}
        </ul>
      </section>
      {(beside || open) && (
        <div className={classes.detail}>
          {open ? (
            <AnyRecord key={open.id} of={subjectOf(open)} close={() => address.open(undefined)} keys={keys} onDecided={decided} />
          ) : (
            <Blank title={t('approvals.pick')} />
          )}
        </div>
      )}
    </div>
  )
}
