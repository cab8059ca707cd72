import { Button, TextInput } from '@mantine/core'
import { Blank, useLink } from '@lintel/ui'
import { IconSearch } from '@tabler/icons-react'
import { useNavigate, useSearch as useAddress } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { useClient } from 'urql'
import { SearchDocument, type NounName } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { ask } from '../graph/read.ts'
import { useWords } from '../words/words.ts'
import { HitLine } from './HitLine.tsx'
import { hrefOfHit, type Hit } from './hits.ts'
import { useRecent } from './recent.ts'
import { useSearch, type Groups } from './search.ts'
import classes from './SearchPage.module.css'

const perKind = 10
const perPage = 50

/** Everything that is found, by kind; the address says what was looked for. X-3 */
export function SearchPage() {
  const { t, say } = useWords()
  const address: Readonly<Record<string, string | undefined>> = useAddress({ strict: false })
  const navigate = useNavigate()
  const recent = useRecent()
  const asked = address['q'] ?? ''
  // what the address says is a kind of record or finds nothing
  const of = address['of'] as NounName | undefined
  const [typed, setTyped] = useState(asked)
  const kinds = useSearch(asked, { first: perKind })
  const one = useSearch(of ? asked : '', { of, first: perPage })
  const { search, again } = of ? one : kinds
  const to = (next: { q: string; of?: string | undefined }) => void navigate({ to: '.', search: next as never, replace: true })
  useEffect(() => setTyped(asked), [asked])
  const found = kinds.search.is === 'found' ? kinds.search.groups.map(({ noun }) => noun) : []
  return (
    <div className={classes.page}>
      <h1>{t('search.title')}</h1>
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault()
          if (typed.trim() !== '') recent.noteText(typed.trim())
          to({ q: typed.trim() })
        }}
      >
        <TextInput
          size="sm"
          aria-label={t('search.title')}
          placeholder={t('search.placeholder')}
          leftSection={<IconSearch size={16} aria-hidden="true" />}
          value={typed}
          autoFocus={asked === ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="sm">
          {t('search.title')}
        </Button>
      </form>
      {(found.length > 1 || of) && (
        <nav className={classes.kinds} aria-label={t('search.kinds')}>
          <button type="button" aria-pressed={!of} onClick={() => to({ q: asked })}>
            {t('search.everyKind')}
          </button>
          {[...new Set([...found, ...(of ? [of] : [])])].map((noun) => (
            <button key={noun} type="button" aria-pressed={noun === of} onClick={() => to({ q: asked, of: noun })}>
              {t(`noun.${noun}`)}
            </button>
          ))}
        </nav>
      )}
      <div aria-live="polite" aria-busy={search.is === 'looking'}>
        {search.is === 'failed' ? (
          <Blank
            tone="red"
            title={say('failed')}
            hint={whatFailed(search.error, t)}
            action={<Button onClick={again}>{say('retry')}</Button>}
          />
        ) : search.is === 'looking' ? (
          <Blank title={say('loading')} />
        ) : search.is === 'found' && search.groups.length > 0 ? (
          search.groups.map((group) => (
            <Kind
              key={`${search.text} ${group.noun}`}
              group={group}
              text={search.text}
              {...(of ? {} : { onMore: () => to({ q: asked, of: group.noun }) })}
            />
          ))
        ) : search.is === 'found' ? (
          <Blank title={t('search.none', { text: search.text })} hint={t('search.about')} />
        ) : (
          <Blank title={t(search.is === 'tooShort' ? 'search.hint' : 'search.about')} />
        )}
      </div>
    </div>
  )
}

/** The records of one kind; of one kind alone the list goes on in place. */
function Kind({ group, text, onMore }: { group: Groups[number]; text: string; onMore?: () => void }) {
  const { t, say } = useWords()
  const Link = useLink()
  const client = useClient()
  const [further, setFurther] = useState<{ hits: readonly Hit[]; cursor: string | null }>()
  const [going, setGoing] = useState(false)
  const [lost, setLost] = useState(false)
  const cursor = further ? further.cursor : group.endCursor
  const alive = useRef(true)
  useEffect(() => {
    alive.current = true
    return () => void (alive.current = false)
  }, [])
  const goOn = async () => {
    if (onMore) return onMore()
    setGoing(true)
    setLost(false)
    try {
      const { search } = await ask(client, SearchDocument, { text, of: [group.noun], first: perPage, after: cursor })
      const next = search.groups[0]
      if (alive.current) setFurther((was) => ({ hits: [...(was?.hits ?? []), ...(next?.hits ?? [])], cursor: next?.endCursor ?? null }))
    } catch {
      if (alive.current) setLost(true)
    }
    if (alive.current) setGoing(false)
  }
  return (
    <section className={classes.kind} aria-label={t(`noun.${group.noun}`)}>
      <h2>{t(`noun.${group.noun}`)}</h2>
      <ul>
        {[...group.hits, ...(further?.hits ?? [])].map((hit) => (
          <li key={hit.id}>
            <Link to={hrefOfHit(hit)} className={classes.hit}>
              <HitLine hit={hit} />
            </Link>
          </li>
        ))}
      </ul>
      {lost && <p role="alert">{say('failedHint')}</p>}
      {cursor && (
        <Button variant="subtle" loading={going} onClick={() => void goOn()}>
          {onMore ? t('search.moreOf', { noun: t(`noun.${group.noun}`) }) : say('loadMore')}
        </Button>
      )}
    </section>
  )
}
