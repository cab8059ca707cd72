import { SegmentedControl } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import type { FormEvent, ReactNode } from 'react'
import { chooseLanguage, useWords } from '../words/words.ts'
import classes from './SignInPage.module.css'

/** The house's name, what is asked, and the language: around every step of signing in. */
export function SignInFrame({
  about,
  problem,
  onSend,
  children,
}: {
  about: string
  problem: string | undefined
  onSend: (event: FormEvent) => void
  children: ReactNode
}) {
  const { t, language } = useWords()
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={onSend}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden="true" />
          <div>
            <h1>{t('app.name')}</h1>
            <p>{about}</p>
          </div>
        </div>
        {problem && <Refusal message={problem} />}
        {children}
        <SegmentedControl
          aria-label={t('app.language')}
          value={language}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => void chooseLanguage(value === 'en' ? 'en' : 'zh')}
        />
      </form>
    </main>
  )
}
