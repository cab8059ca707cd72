import { IconArrowRight } from '@tabler/icons-react'
import { useWords } from '../words/words.ts'
import classes from './WhatHappens.module.css'

/** What a signature sets going. B-6 */
export function WhatHappens({ of }: { of: readonly string[] }) {
  const { t } = useWords()
  if (of.length === 0) return null
  return (
    <section className={classes.box} aria-label={t('approvals.onApproval')}>
      <strong>{t('approvals.onApproval')}</strong>
      <ul>
        {of.map((key) => (
          <li key={key}>
            <IconArrowRight size={14} aria-hidden="true" />
            {t(`onApproval.${key}`)}
          </li>
        ))}
      </ul>
    </section>
  )
}
