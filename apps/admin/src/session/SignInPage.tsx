import { Button, PasswordInput, SegmentedControl, TextInput } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { chooseLanguage, useWords } from '../words/words.ts'
import { signIn, type SignIn } from './session.tsx'
import classes from './SignInPage.module.css'

export function SignInPage({ to, onSignedIn }: { to: string | undefined; onSignedIn: (to: string) => void }) {
  const { t, language } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [answer, setAnswer] = useState<SignIn>()
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const came = await signIn(email.trim(), password)
    setSending(false)
    setAnswer(came)
    if (came === 'signedIn') onSignedIn(to?.startsWith('/') && !to.startsWith('//') ? to : '/tasks')
  }
  const problem = { wrong: t('signIn.wrong'), tooOften: t('signIn.tooOften'), unreachable: t('signIn.unreachable') }
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={(event) => void send(event)}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden="true" />
          <div>
            <h1>{t('app.name')}</h1>
            <p>{t('app.about')}</p>
          </div>
        </div>
        {answer && answer !== 'signedIn' && <Refusal message={problem[answer]} />}
        <TextInput
          label={t('signIn.email')}
          type="email"
          name="email"
          autoComplete="username"
          required
          withAsterisk={false}
          autoFocus
          size="md"
          value={email}
          onChange={(event) => setEmail(event.currentTarget.value)}
        />
        <PasswordInput
          label={t('signIn.password')}
          name="password"
          autoComplete="current-password"
          required
          withAsterisk={false}
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={sending}>
          {t('signIn.do')}
        </Button>
        <SegmentedControl
          aria-label={t('app.language')}
          value={language}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
          onChange={(value) => void chooseLanguage(value === 'en' ? 'en' : 'zh')}
        />
        <p className={classes.hint}>{t('signIn.hint')}</p>
      </form>
    </main>
  )
}
