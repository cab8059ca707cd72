import { Button } from '@mantine/core'
import { IconDownload, IconFileText, IconMicrophone, IconPhoto, IconPlayerPlay, IconVideo } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { fileSize, opens, type EvidenceItem, type Standing } from './evidence.ts'
import classes from './EvidenceGrid.module.css'
import { useLanguage } from './language.tsx'
import { Moment } from './Moment.tsx'

const Viewer = lazy(() => import('./EvidenceViewer.tsx'))
const icons = { photo: IconPhoto, video: IconVideo, document: IconFileText, recording: IconMicrophone }

type EvidenceGridProps = {
  items: readonly EvidenceItem[]
  /** Recomputes the hash of a file; with it, there is a button that does so for all. F-13 */
  onCheck?: (file: string) => Promise<Standing | undefined>
  /** Says nothing where there is nothing. */
  quiet?: boolean
}

/** What proves a fact: pictures and films open over the whole screen, the rest is played or saved; each with when and by whom. */
export function EvidenceGrid({ items, onCheck, quiet = false }: EvidenceGridProps) {
  const { say } = useLanguage()
  const [open, setOpen] = useState<number>()
  const shown = items.filter(opens)
  if (items.length === 0) return quiet ? null : <p className={classes.none}>{say('evidenceNone')}</p>
  return (
    <>
      <ul className={classes.items}>
        {items.map((item) => (
          <li key={item.id} className={classes.item} data-wide={item.file?.sound !== undefined || undefined}>
            <Tile item={item} onOpen={() => setOpen(shown.indexOf(item))} />
            <Caption item={item} />
          </li>
        ))}
      </ul>
      {onCheck && items.some(({ file }) => file) && <Check items={items} onCheck={onCheck} />}
      {open !== undefined && (
        <Suspense>
          <Viewer items={shown} at={open} onClose={() => setOpen(undefined)} />
        </Suspense>
      )}
    </>
  )
}

function Tile({ item, onOpen }: { item: EvidenceItem; onOpen: () => void }) {
  const { say } = useLanguage()
  const { file, kind, title } = item
  const Icon = icons[kind]
  if (opens(item))
    return (
      <button type="button" className={classes.tile} onClick={onOpen} aria-label={`${say('evidenceOpen')} ${title}`}>
        {file?.thumbnail && <img src={file.thumbnail} alt="" loading="lazy" />}
        {file?.film && <video src={`${file.film}#t=0.1`} preload="metadata" muted tabIndex={-1} aria-hidden="true" />}
        {file?.film && <IconPlayerPlay className={classes.play} size={26} aria-hidden="true" />}
      </button>
    )
  if (file?.sound) return <audio className={classes.sound} controls preload="none" src={file.sound} aria-label={title} />
  if (file?.save)
    return (
      <a className={classes.tile} href={file.save} download={file.name} aria-label={`${say('evidenceSave')} ${title}`}>
        <Icon size={28} aria-hidden="true" />
        <span className={classes.ending}>{file.name.split('.').at(-1)}</span>
      </a>
    )
  return (
    <span className={classes.tile} data-still>
      <Icon size={28} aria-hidden="true" />
    </span>
  )
}

/** Its title, where the paper lies, when it was taken and when it came. */
function Caption({ item: { title, note, file } }: { item: EvidenceItem }) {
  const { say } = useLanguage()
  return (
    <div className={classes.caption}>
      <div className={classes.title}>{title}</div>
      {note && <div className={classes.soft}>{note}</div>}
      {file && (
        <div className={classes.soft}>
          {file.takenAt ? (
            <>
              {say('evidenceTaken')} <Moment at={file.takenAt} as="exact" />
            </>
          ) : (
            <>
              {say('evidenceCame')} <Moment at={file.at} as="exact" />
            </>
          )}
          {file.located && ` · ${say('evidenceLocated')}`}
          {file.who && ` · ${file.who}`}
        </div>
      )}
      {file?.save && (
        <a className={classes.save} href={file.save} download={file.name}>
          <IconDownload size={13} aria-hidden="true" /> {say('evidenceOriginal')} {fileSize(file.size)}
        </a>
      )}
    </div>
  )
}

function Check({ items, onCheck }: { items: readonly EvidenceItem[]; onCheck: NonNullable<EvidenceGridProps['onCheck']> }) {
  const { say } = useLanguage()
  const [checked, setChecked] = useState(0)
  const [bad, setBad] = useState<readonly string[]>()
  const [checking, setChecking] = useState(false)
  const files = items.filter(({ file }) => file)
  const check = async () => {
    setChecking(true)
    setChecked(0)
    const found: string[] = []
    for (const { file, title } of files) {
      const is = file && (await onCheck(file.id))
      if (is !== 'unaltered')
        found.push(`${title}: ${say(is === 'altered' ? 'evidenceAltered' : is === 'missing' ? 'evidenceMissing' : 'failed')}`)
      setChecked((n) => n + 1)
    }
    setBad(found)
    setChecking(false)
  }
  return (
    <div className={classes.check} role="status">
      <Button variant="subtle" size="compact-xs" onClick={() => void check()} loading={checking}>
        {say('evidenceCheck')}
      </Button>
      {checking && `${checked} / ${files.length}`}
      {!checking && bad?.length === 0 && <span className={classes.good}>{say('evidenceUnaltered', { count: files.length })}</span>}
      {!checking &&
        bad?.map((each) => (
          <strong key={each} className={classes.bad}>
            {each}
          </strong>
        ))}
    </div>
  )
}
