import { ActionIcon } from '@mantine/core'
import { useLocalStorage, useMediaQuery } from '@mantine/hooks'
import { IconLayoutSidebarLeftCollapse, IconLayoutSidebarLeftExpand } from '@tabler/icons-react'
import type { ComponentType, ReactNode } from 'react'
import classes from './AppFrame.module.css'
import { useLanguage } from './language.tsx'
import { useLink } from './link.tsx'
import { Hint } from './over/Hint.tsx'

export type RailItem = {
  key: string
  label: string
  href: string
  icon: ComponentType<{ size?: number | string; 'aria-hidden'?: 'true' }>
  current?: boolean
  /** What somebody owes here, live. */
  count?: { value: number; more?: boolean; overdue?: boolean } | undefined
}
export type RailGroup = { key: string; title?: string; items: readonly RailItem[] }

export type AppFrameProps = {
  name: string
  groups: readonly RailGroup[]
  /** At the thumb on a phone: tasks, queue, search, new. */
  bottom: readonly RailItem[]
  bar: ReactNode
  railLabel: string
  skipLabel: string
  children: ReactNode
}

export function AppFrame({ name, groups, bottom, bar, railLabel, skipLabel, children }: AppFrameProps) {
  const { say } = useLanguage()
  const Link = useLink()
  const small = useMediaQuery('(max-width: 1000px)', false, { getInitialValueInEffect: false })
  const [kept, setKept] = useLocalStorage({ key: 'rail', defaultValue: 'open', getInitialValueInEffect: false })
  const open = kept === 'open' && !small
  return (
    <div className={classes.frame} data-open={open || undefined}>
      <a href="#content" className={classes.skip}>
        {skipLabel}
      </a>
      <nav className={classes.rail} aria-label={railLabel}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden="true" />
          {open && <strong>{name}</strong>}
        </div>
        <div className={classes.groups}>
          {groups.map((group) => (
            <section key={group.key}>
              {group.title && open && <h2>{group.title}</h2>}
              {group.title && !open && <hr />}
              {group.items.map((item) => (
                <Hint key={item.key} label={item.label} position="right" disabled={open}>
                  <span>
                    <Link
                      to={item.href}
                      className={classes.item}
                      aria-current={item.current ? 'page' : undefined}
                      aria-label={open ? undefined : `${item.label} ${countText(item.count)}`.trim()}
                    >
                      <item.icon size={18} aria-hidden="true" />
                      {open && <span className={classes.label}>{item.label}</span>}
                      <Count of={item.count} />
                    </Link>
                  </span>
                </Hint>
              ))}
            </section>
          ))}
        </div>
        {!small && (
          <Hint label={say(open ? 'collapse' : 'expand')} position="right">
            <ActionIcon
              className={classes.fold}
              aria-label={say(open ? 'collapse' : 'expand')}
              onClick={() => setKept(open ? 'shut' : 'open')}
            >
              {open ? <IconLayoutSidebarLeftCollapse size={18} /> : <IconLayoutSidebarLeftExpand size={18} />}
            </ActionIcon>
          </Hint>
        )}
      </nav>
      <header className={classes.bar}>{bar}</header>
      <main className={classes.content} id="content" tabIndex={-1}>
        {children}
      </main>
      <nav className={classes.bottom} aria-label={name}>
        {bottom.map((item) => (
          <Link key={item.key} to={item.href} aria-current={item.current ? 'page' : undefined}>
            <span className={classes.bottomIcon}>
              <item.icon size={22} aria-hidden="true" />
              <Count of={item.count} />
            </span>
            {item.label}
          </Link>
        ))}
      </nav>
    </div>
  )
}

const countText = (of: RailItem['count']) => (of && of.value > 0 ? `${of.value}${of.more ? '+' : ''}` : '')

function Count({ of }: { of: RailItem['count'] }) {
  const text = countText(of)
  if (text === '') return null
  return (
    <span className={classes.count} data-overdue={of?.overdue || undefined}>
      {text}
    </span>
  )
}
