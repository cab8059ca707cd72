import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import type { Picked } from '@lintel/ui'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useState, type KeyboardEvent } from 'react'
import { useFind } from '../find/find.ts'
import { useGo } from '../go.ts'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import classes from './GlobalSearch.module.css'

const nouns = ['complaint', 'notice', 'fine', 'unit', 'customer', 'contractor'] as const
type Found = { noun: (typeof nouns)[number]; choices: readonly Picked[] }

/** One box for numbers, units, names and phone endings; what is found leads to its record, or to its cases. */
export function GlobalSearch({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t, say } = useWords()
  const find = useFind()
  const go = useGo()
  const [typed, setTyped] = useState('')
  const [asked] = useDebouncedValue(typed.trim(), 200)
  const [found, setFound] = useState<readonly Found[]>([])
  const [at, setAt] = useState(0)
  useEffect(() => {
    if (!opened || asked.length < 2) return setFound([])
    let gone = false
    void Promise.all(nouns.map(async (noun) => ({ noun, choices: (await find(noun, asked).catch(() => [])).slice(0, 5) }))).then((all) => {
      if (gone) return
      setFound(all.filter(({ choices }) => choices.length > 0))
      setAt(0)
    })
    return () => {
      gone = true
    }
  }, [asked, opened, find])
  const lines = found.flatMap(({ noun, choices }) => choices.map((choice) => ({ noun, choice })))
  const open = (line: (typeof lines)[number] | undefined) => {
    if (!line) return
    onClose()
    setTyped('')
    // a unit or a customer has no page of its own yet: their cases are what one looks for
    if (line.noun === 'unit' || line.noun === 'customer') go('/complaints', { [line.noun]: line.choice.value })
    else go(pathOf(line.noun, line.choice.value))
  }
  const press = (event: KeyboardEvent) => {
    const moves: Record<string, () => void> = {
      ArrowDown: () => setAt((n) => Math.min(lines.length - 1, n + 1)),
      ArrowUp: () => setAt((n) => Math.max(0, n - 1)),
      Enter: () => open(lines[at]),
    }
    const move = moves[event.key]
    if (!move || event.nativeEvent.isComposing) return
    event.preventDefault()
    move()
  }
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      size="lg"
      yOffset="10vh"
      centered={false}
      padding={0}
      aria-label={t('search.title')}
    >
      <TextInput
        aria-label={t('search.title')}
        placeholder={t('search.placeholder')}
        size="md"
        variant="unstyled"
        leftSection={<IconSearch size={18} aria-hidden="true" />}
        data-autofocus
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div className={classes.found} role="listbox" aria-label={t('search.found')}>
        {found.map(({ noun, choices }) => (
          <section key={noun}>
            <h3>{t(`noun.${noun}`)}</h3>
            {choices.map((choice) => {
              const n = lines.findIndex((line) => line.choice === choice)
              return (
                <button
                  key={choice.value}
                  type="button"
                  role="option"
                  aria-selected={n === at}
                  data-current={n === at || undefined}
                  onClick={() => open(lines[n])}
                  onMouseEnter={() => setAt(n)}
                >
                  <span>{choice.label}</span>
                  {choice.hint && <small>{choice.hint}</small>}
                </button>
              )
            })}
          </section>
        ))}
        {asked.length >= 2 && found.length === 0 && <p className={classes.none}>{say('pickNone')}</p>}
        {asked.length < 2 && <p className={classes.none}>{t('search.hint')}</p>}
      </div>
    </Modal>
  )
}
