import { ActionIcon } from '@mantine/core'
import { IconCheck, IconLink } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { Hint } from './over/Hint.tsx'
import classes from './RecordHead.module.css'

export type RecordHeadProps = {
  number?: string | null | undefined
  title: string
  state?: ReactNode
  clocks?: ReactNode
  /** One quiet line: unit, customer, contractor. */
  about?: ReactNode
  decisions?: ReactNode
  /** The way back, or the way out of the side panel. */
  before?: ReactNode
  link?: string
}

export function RecordHead({ number, title, state, clocks, about, decisions, before, link }: RecordHeadProps) {
  return (
    <header className={classes.head}>
      <div className={classes.line}>
        {before}
        {number && <span className={classes.number}>{number}</span>}
        {link && <CopyLink link={link} />}
        {state}
        {clocks && <span className={classes.clocks}>{clocks}</span>}
      </div>
      <h1 className={classes.title}>{title}</h1>
      {about && <div className={classes.about}>{about}</div>}
      {decisions}
    </header>
  )
}

function CopyLink({ link }: { link: string }) {
  const { say } = useLanguage()
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    await navigator.clipboard.writeText(link)
    setCopied(true)
  }
  return (
    <Hint label={say(copied ? 'copied' : 'copyLink')}>
      <ActionIcon size={24} aria-label={say('copyLink')} onClick={() => void copy()}>
        {copied ? <IconCheck size={15} /> : <IconLink size={15} />}
      </ActionIcon>
    </Hint>
  )
}
