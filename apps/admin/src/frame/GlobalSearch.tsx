import { Loader, Modal, TextInput } from '@mantine/core'
import { IconHistory, IconSearch } from '@tabler/icons-react'
import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { HitLine } from '../find/HitLine.tsx'
import { placeOf, type Hit } from '../find/hits.ts'
import { useRecent } from '../find/recent.ts'
import { useSearch } from '../find/search.ts'
import { RecentDocument } from '../gql/graphql.ts'
import { useGo } from '../go.ts'
import { whatFailed } from '../graph/failure.ts'
import { useRead } from '../graph/read.ts'
import { useWords } from '../words/words.ts'
import classes from './GlobalSearch.module.css'

type Line = { key: string; shown: ReactNode; choose: () => void }
type Section = { key: string; title: string; lines: readonly Line[] }

/** One box for everything: words, numbers, units, names and ends of phones, by keyboard alone. X-3 */
export function GlobalSearch({ onClose }: { onClose: () => void }) {
  const { t, say } = useWords()
  const go = useGo()
  const list = useId()
  const [typed, setTyped] = useState('')
  const { search, waiting, again } = useSearch(typed, { first: 5 })
  const recent = useRecent()
  const { data } = useRead(RecentDocument, { ids: [...recent.records] }, { of: [], pause: recent.records.length === 0 })
  const [at, setAt] = useState(0)

  const leave = (to: string, asked: Record<string, string> = {}) => {
    if (typed.trim() !== '') recent.noteText(typed.trim())
    onClose()
    go(to, asked)
  }
  const ofHit = (hit: Hit): Line => ({
    key: hit.id,
    shown: <HitLine hit={hit} />,
    choose: () => {
      const { path, search: asked } = placeOf(hit)
      leave(path, asked)
    },
  })
  const ofText = (text: string): Line => ({
    key: `text ${text}`,
    shown: (
      <span className={classes.text}>
        <IconHistory size={14} aria-hidden="true" />
        {text}
      </span>
    ),
    choose: () => setTyped(text),
  })
  const all = (text: string, of?: string): Line => ({
    key: `all ${of ?? ''}`,
    shown: <span className={classes.all}>{of ? t('search.moreOf', { noun: t(`noun.${of}`) }) : t('search.all', { text })}</span>,
    choose: () => leave('/search', { q: text, ...(of ? { of } : {}) }),
  })
  const sections: readonly Section[] =
    typed.trim() === ''
      ? [
          { key: 'records', title: t('search.recentRecords'), lines: (data?.recent ?? []).map(ofHit) },
          { key: 'texts', title: t('search.recentTexts'), lines: recent.texts.map(ofText) },
        ]
      : search.is === 'found'
        ? [
            ...search.groups.map(({ noun, hits, more }) => ({
              key: noun,
              title: t(`noun.${noun}`),
              lines: [...hits.map(ofHit), ...(more ? [all(search.text, noun)] : [])],
            })),
            ...(search.groups.length ? [{ key: 'all', title: '', lines: [all(search.text)] }] : []),
          ]
        : []
  const lines = sections.flatMap((section) => section.lines)
  const current = Math.min(at, lines.length - 1)
  const option = (line: Line) => `${list}-${lines.indexOf(line)}`

  // Enter before the answer has come takes the first of what comes, never of what stood there before
  const takeFirst = useRef(false)
  const found = search.is === 'found' ? search.text : undefined
  useEffect(() => {
    setAt(0)
    if (takeFirst.current && found !== undefined) lines[0]?.choose()
    takeFirst.current = false
    // eslint-disable-next-line react/exhaustive-deps -- once an answer
  }, [found])

  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt(Math.min(lines.length - 1, current + 1)),
      ArrowUp: () => setAt(Math.max(0, current - 1)),
      Home: () => setAt(0),
      End: () => setAt(lines.length - 1),
      Enter: () => {
        if (waiting) takeFirst.current = true
        else lines[current]?.choose()
      },
    }
    const move = moves[event.key]
    if (!move) return
    event.preventDefault()
    move()
  }
  const shown = typed.trim() === '' || search.is === 'found' ? lines[current] : undefined
  useEffect(() => {
    if (shown) document.getElementById(`${list}-${current}`)?.scrollIntoView?.({ block: 'nearest' })
  }, [shown, current, list])

  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size="xl"
      yOffset="8vh"
      centered={false}
      padding={0}
      aria-label={t('search.title')}
      classNames={{ inner: classes.inner, content: classes.content }}
    >
      <TextInput
        role="combobox"
        aria-label={t('search.title')}
        aria-expanded={lines.length > 0}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={shown ? option(shown) : undefined}
        autoComplete="off"
        spellCheck={false}
        placeholder={t('search.placeholder')}
        size="md"
        variant="unstyled"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        rightSection={waiting ? <Loader size={16} aria-label={say('loading')} /> : null}
        data-autofocus
        value={typed}
        onChange={(event) => {
          takeFirst.current = false
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={press}
      />
      <div className={classes.found} id={list} role="listbox" aria-label={t('search.found')} aria-busy={waiting}>
        {sections
          .filter((section) => section.lines.length > 0)
          .map((section) => (
            <div key={section.key} role="group" aria-label={section.title || t('search.found')} className={classes.section}>
              {section.title && <h3 aria-hidden="true">{section.title}</h3>}
              {section.lines.map((line) => (
                // the box keeps the focus: its keys choose here
                <div
                  key={line.key}
                  id={option(line)}
                  role="option"
                  tabIndex={-1}
                  aria-selected={line === shown}
                  data-current={line === shown || undefined}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={line.choose}
                  onMouseMove={() => setAt(lines.indexOf(line))}
                >
                  {line.shown}
                </div>
              ))}
            </div>
          ))}
      </div>
      <div role="status" className={classes.said}>
        {search.is === 'failed' && typed.trim() !== '' ? (
          <>
            {whatFailed(search.error, t)}{' '}
            <button type="button" onClick={again}>
              {say('retry')}
            </button>
          </>
        ) : search.is === 'tooShort' && typed.trim() !== '' ? (
          t('search.hint')
        ) : search.is === 'found' && search.groups.length === 0 && typed.trim() !== '' ? (
          t('search.none', { text: search.text })
        ) : typed.trim() === '' && lines.length === 0 ? (
          t('search.about')
        ) : null}
      </div>
    </Modal>
  )
}
