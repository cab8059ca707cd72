import { ActionIcon, Popover, Tooltip } from '@mantine/core'
import { IconBell } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { UnreadDocument } from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { useWords } from '../words/words.ts'
import classes from './Bell.module.css'

const MessageList = lazy(async () => ({ default: (await import('./MessageList.tsx')).MessageList }))

/** What one was told, live: how much of it is unread, and the newest of it. X-6 */
export function Bell() {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const { data } = useRead(UnreadDocument, {}, { of: 'all' })
  const { value, more } = data?.unreadMessages ?? { value: 0, more: false }
  const count = more ? `${value}+` : String(value)
  const label = value > 0 ? t('messages.bellUnread', { count }) : t('messages.bell')
  return (
    <Popover opened={open} onChange={setOpen} position="bottom-end" width={400} trapFocus withinPortal shadow="md">
      <Popover.Target>
        <Tooltip label={label} disabled={open}>
          <span className={classes.bell}>
            <ActionIcon aria-label={label} aria-expanded={open} onClick={() => setOpen(!open)}>
              <IconBell size={18} />
            </ActionIcon>
            {value > 0 && (
              <span className={classes.count} aria-hidden="true">
                {count}
              </span>
            )}
          </span>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <Suspense fallback={<p className={classes.none}>{t('ui.loading')}</p>}>
          {open && <MessageList unread={value} onGone={() => setOpen(false)} />}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}
