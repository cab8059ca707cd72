import { ActionIcon } from '@mantine/core'
import { PanelButton } from '@lintel/ui'
import { IconBell } from '@tabler/icons-react'
import { lazy, useState } from 'react'
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
    <span className={classes.bell}>
      <PanelButton
        label={label}
        hint={label}
        opened={open}
        onOpened={setOpen}
        width={400}
        className={classes.dropdown}
        panel={() => <MessageList unread={value} onGone={() => setOpen(false)} />}
      >
        <ActionIcon aria-label={label}>
          <IconBell size={18} />
        </ActionIcon>
      </PanelButton>
      {value > 0 && (
        <span className={classes.count} aria-hidden="true">
          {count}
        </span>
      )}
    </span>
  )
}
