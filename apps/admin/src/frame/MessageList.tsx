import { Anchor, Button, SegmentedControl } from '@mantine/core'
import { Moment, useLink } from '@lintel/ui'
import { useState } from 'react'
import { useClient } from 'urql'
import { MessagesDocument, MessagesReadDocument, type MessagesQuery } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { usePages } from '../list/pages.ts'
import { hrefOf, listHref } from '../paths.ts'
import { useTaskWords } from '../record/task-words.ts'
import { useWords } from '../words/words.ts'
import classes from './Bell.module.css'

type Message = MessagesQuery['messages']['edges'][number]['node']

/** Where a message that is about no record leads. */
const elsewhere: Readonly<Partial<Record<Message['kind'], string>>> = { digest: '/tasks', outcome: '/jobs', report: '/trends/reports' }

/** The newest first; opening one reads it. */
export function MessageList({ unread, onGone }: { unread: number; onGone: () => void }) {
  const { t, say } = useWords()
  const client = useClient()
  const Link = useLink()
  const task = useTaskWords()
  const [only, setOnly] = useState<'unread' | 'all'>(unread > 0 ? 'unread' : 'all')
  const list = usePages(MessagesDocument, { unread: only === 'unread' }, (data) => data.messages, { of: 'all', size: 20 })
  const read = (ids?: string[]) =>
    void client
      .mutation(MessagesReadDocument.toString(), ids ? { ids } : {})
      .toPromise()
      .then(list.again)
  const what = ({ kind, stage, does, part, title }: Message) => {
    if (kind === 'digest') {
      const [count, late] = title.split(' ')
      return t('messages.digest', { count, late })
    }
    if (kind === 'report') return t('messages.report', { month: title })
    if (kind === 'view') return t(`messages.${stage}`, { view: part, count: title })
    if (stage === 'test') return t('messages.test')
    if (kind === 'outcome') return t(`messages.stage.${stage}`)
    const work = does ? task({ does, ...(part ? { part } : {}) }) : ''
    return stage === 'begun' ? work : t('messages.withStage', { task: work, stage: t(`messages.stage.${stage}`) })
  }
  const body = (message: Message) => (
    <>
      <span className={classes.what}>
        <strong>{what(message)}</strong>
        <span className={classes.when}>
          <Moment at={message.at} />
        </span>
      </span>
      {!message.noun && message.kind === 'outcome' && <span className={classes.about}>{message.title}</span>}
      {message.noun && (
        <span className={classes.about}>
          {[t(`noun.${message.noun}`), message.number, message.stage === 'enteredMany' ? '' : message.title].filter(Boolean).join(' · ')}
          {message.done && <em>{t('messages.done')}</em>}
        </span>
      )}
    </>
  )
  const mark = (message: Message) => {
    if (!message.readAt) read([message.id])
    onGone()
  }
  return (
    <section aria-label={t('messages.bell')}>
      <div className={classes.head}>
        <SegmentedControl
          aria-label={t('messages.bell')}
          value={only}
          data={(['unread', 'all'] as const).map((value) => ({ value, label: t(`messages.${value}`) }))}
          onChange={(value) => setOnly(value === 'unread' ? 'unread' : 'all')}
        />
        <Button variant="subtle" disabled={unread === 0} onClick={() => read()}>
          {t('messages.readAll')}
        </Button>
      </div>
      {list.state === 'failed' ? (
        <p className={classes.none} role="alert">
          {list.error && whatFailed(list.error, t)}{' '}
          <Anchor component="button" onClick={list.again}>
            {say('retry')}
          </Anchor>
        </p>
      ) : list.nodes.length === 0 ? (
        <p className={classes.none}>{list.state === 'loading' ? say('loading') : t(`messages.none.${only}`)}</p>
      ) : (
        <ul className={classes.list}>
          {list.nodes.map((message) => (
            <li key={message.id} data-unread={(!message.readAt && !message.done) || undefined}>
              {message.noun && (message.recordId || message.view) ? (
                <Link
                  to={message.recordId ? hrefOf({ noun: message.noun, id: message.recordId }) : listHref(message.noun, message.view ?? '')}
                  onClick={() => mark(message)}
                >
                  {body(message)}
                </Link>
              ) : (
                <Link to={elsewhere[message.kind] ?? '/settings/messages'} onClick={() => mark(message)}>
                  {body(message)}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      <div className={classes.foot}>
        {list.more.has ? (
          <Button variant="subtle" loading={list.more.loading} onClick={list.more.load}>
            {say('loadMore')}
          </Button>
        ) : (
          <span />
        )}
        <Link to="/jobs" onClick={onGone}>
          {t('messages.jobs')}
        </Link>
        <Link to="/settings/messages" onClick={onGone}>
          {t('messages.choose')}
        </Link>
      </div>
    </section>
  )
}
