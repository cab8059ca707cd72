import { Button, Checkbox, Skeleton } from '@mantine/core'
import { useHotkeys, useMediaQuery } from '@mantine/hooks'
import { Blank, duration, Money, RunningClock, useNow } from '@lintel/ui'
import { useState } from 'react'
import { byUrgency } from '../chains/waiting.ts'
import { useGo } from '../go.ts'
import { whatFailed } from '../graph/failure.ts'
import { TasksDocument, type TaskLineFragment } from '../gql/graphql.ts'
import { useListAddress } from '../list/use-list-address.ts'
import { usePages } from '../list/pages.ts'
import { GroundMarks } from '../grounds/Grounds.tsx'
import { hrefOf } from '../paths.ts'
import { AnyRecord } from '../record/AnyRecord.tsx'
import { clockValue } from '../record/Clocks.tsx'
import { useMe } from '../session/session.tsx'
import { useTaskWords } from '../record/task-words.ts'
import { useWords } from '../words/words.ts'
import classes from './ApprovalsPage.module.css'
import { subjectOf } from '../chains/subject.ts'
import { ApproveMany } from './ApproveMany.tsx'

export type Waiting = TaskLineFragment

const keys = { a: 'approvalApprove', r: 'approvalReturn', s: 'fineSign', i: 'fineIssue' }

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
  useHotkeys([
    ['j', () => step(1)],
    ['k', () => step(-1)],
  ])
  const toggle = (id: string) =>
    setChosen((was) => {
      const now = new Set(was)
      if (!now.delete(id)) now.add(id)
      return now
    })

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
    <div className={classes.page}>
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
                onOpen={() => (beside ? address.open(node.id) : go(hrefOf(subjectOf(node))))}
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
      {beside && (
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

function RequestCard({
  of,
  current,
  chosen,
  onChoose,
  onOpen,
}: {
  of: Waiting
  current: boolean
  chosen: boolean
  onChoose: (() => void) | undefined
  onOpen: () => void
}) {
  const { t, say, language } = useWords()
  const now = useNow()
  const what = useTaskWords()
  const me = useMe()
  return (
    <div className={classes.waiting} data-current={current || undefined}>
      {onChoose && <Checkbox size="xs" aria-label={`${say('selectRow')} ${of.number ?? ''}`} checked={chosen} onChange={onChoose} />}
      <button type="button" onClick={onOpen} aria-current={current || undefined}>
        <span className={classes.line}>
          <strong>{of.contractor?.name ?? of.title}</strong>
          {of.amount && (
            <strong>
              <Money of={of.amount} />
            </strong>
          )}
        </span>
        <span className={classes.line}>
          <span className={classes.soft}>
            {what(of)} · {t(`noun.${subjectOf(of).noun}`)} {of.number}
          </span>
          {of.clock ? (
            <RunningClock of={clockValue(of.clock)} />
          ) : (
            <span className={classes.soft}>{t('approvals.waited', { time: duration(now - Date.parse(of.from), language) })}</span>
          )}
        </span>
        {of.contractor && <span className={classes.title}>{of.title}</span>}
        {of.grounds.length > 0 && <GroundMarks of={of.grounds.map((ground) => ({ ground }))} />}
        {of.holder && of.holder.id !== me.person?.id && (
          <span className={classes.name}>{t('approvals.inNameOf', { name: of.holder.name })}</span>
        )}
      </button>
    </div>
  )
}
