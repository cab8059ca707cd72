import { Modal } from '@mantine/core'
import { IconFileText, IconPhoto, IconPhone, IconQuote } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import classes from './EvidenceList.module.css'
import { useLanguage } from './language.tsx'
import { Moment } from './Moment.tsx'

export type Evidence = {
  id: string
  kind: 'photo' | 'document' | 'call' | 'words'
  title: ReactNode
  note?: ReactNode
  at?: string | null | undefined
  who?: string | null | undefined
  image?: string | undefined
}

const icons = { photo: IconPhoto, document: IconFileText, call: IconPhone, words: IconQuote }

/** What proves a fact, with when and by whom; pictures open over the whole screen. */
export function EvidenceList({ items }: { items: readonly Evidence[] }) {
  const { say } = useLanguage()
  const [open, setOpen] = useState<Evidence>()
  if (items.length === 0) return <p className={classes.none}>{say('evidenceNone')}</p>
  return (
    <>
      <ul className={classes.items}>
        {items.map((item) => {
          const Icon = icons[item.kind]
          return (
            <li key={item.id} className={classes.item}>
              {item.image ? (
                <button
                  type="button"
                  className={classes.thumb}
                  onClick={() => setOpen(item)}
                  aria-label={typeof item.title === 'string' ? item.title : say('openRecord')}
                >
                  <img src={item.image} alt="" loading="lazy" />
                </button>
              ) : (
                <Icon size={16} aria-hidden="true" />
              )}
              <div>
                <div>{item.title}</div>
                {item.note && <div className={classes.note}>{item.note}</div>}
                {(item.at || item.who) && (
                  <div className={classes.source}>
                    {item.at && <Moment at={item.at} as="exact" />} {item.who}
                  </div>
                )}
              </div>
            </li>
          )
        })}
      </ul>
      <Modal
        opened={open !== undefined}
        onClose={() => setOpen(undefined)}
        title={open?.title}
        fullScreen
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        {open?.image && <img src={open.image} alt={typeof open.title === 'string' ? open.title : ''} className={classes.full} />}
      </Modal>
    </>
  )
}
