import { Alert } from '@mantine/core'
import type { ReactNode } from 'react'
import { useWords } from '../words/words.ts'
import classes from './Difference.module.css'

/** What is decided on, in the words of the screen. */
export type Shown = readonly { readonly label: string; readonly value: string }[]
export const nothing: Shown = []

export const sameShown = (was: Shown, is: Shown) =>
  is.every(({ label, value }) => (was.find((one) => one.label === label)?.value ?? '') === value)

/** Since it was opened: what stood there, and what stands there now. B-4 */
export function Difference({ was, is, children }: { was: Shown; is: Shown; children?: ReactNode }) {
  const { t } = useWords()
  const changed = is.flatMap(({ label, value }) => {
    const before = was.find((one) => one.label === label)?.value ?? ''
    return before === value ? [] : [{ label, before, value }]
  })
  if (changed.length === 0) return null
  return (
    <Alert color="yellow" title={t('decide.changed')}>
      <dl className={classes.changes}>
        {changed.map(({ label, before, value }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <del>{before || '—'}</del> → <ins>{value || '—'}</ins>
            </dd>
          </div>
        ))}
      </dl>
      {children}
    </Alert>
  )
}
