import { Button } from '@mantine/core'
import { nothingChosen, type Selection } from '@lintel/ui'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import classes from './ListPage.module.css'

type ChosenProps = { selection: Selection; onChange: (selection: Selection) => void; children: ReactNode }

/** How many rows are chosen, how all that match are, and what can be done with them. X-10 */
export function Chosen({ selection, onChange, children }: ChosenProps) {
  const { t } = useWords()
  const all = 'allMatching' in selection
  return (
    <div className={classes.chosen} role="toolbar" aria-label={t('list.chosen')}>
      <span role="status">
        {all
          ? selection.except.size > 0
            ? t('list.chosenAllBut', { count: selection.except.size })
            : t('list.chosenAll')
          : t('list.chosenSome', { count: selection.ids.size })}
      </span>
      {!all && (
        <Button variant="subtle" onClick={() => onChange({ allMatching: true, except: new Set() })}>
          {t('list.chooseAll')}
        </Button>
      )}
      <Button variant="subtle" color="gray" onClick={() => onChange(nothingChosen)}>
        {t('list.chooseNone')}
      </Button>
      {children}
    </div>
  )
}
