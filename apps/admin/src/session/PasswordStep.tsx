import { Button, Divider, PasswordInput, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useWords } from '../words/words.ts'
import { signIn, signInWithCompany, type SignIn } from './session.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import classes from './SignInPage.module.css'

export function PasswordStep({
  to,
  company,
  failed,
  onSignedIn,
  onCode,
}: {
  to: string
  company: string | null
  failed: boolean
  onSignedIn: () => void
  onCode: () => void
}) {
  const { t } = useWords()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string | undefined>(failed ? t('signIn.companyFailed') : undefined)
  const [sending, setSending] = useState<'password' | 'company'>()
  const tell = (came: SignIn, down: string) => {
    if (came.is === 'tooOften') setProblem(t('signIn.tooOften', { minutes: came.minutes }))
    else if (came.is === 'unreachable') setProblem(down)
    else setProblem(t('signIn.wrong'))
  }
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending('password')
    const came = await signIn(email.trim(), password)
    setSending(undefined)
    if (came.is === 'signedIn') onSignedIn()
    else if (came.is === 'codeAsked') onCode()
    else tell(came, t('signIn.unreachable'))
  }
  const withCompany = async () => {
    setSending('company')
    const came = await signInWithCompany(to)
    if (came.is === 'codeAsked') return
    setSending(undefined)
    tell(came, t('signIn.companyDown'))
  }
  return (
    <SignInFrame about={t('app.about')} problem={problem} onSend={(event) => void send(event)}>
      {company && (
        <>
          <Button variant="default" size="md" loading={sending === 'company'} onClick={() => void withCompany()}>
            {t('signIn.company', { name: company })}
          </Button>
          <Divider label={t('signIn.or')} />
        </>
      )}
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
      <Button type="submit" size="md" loading={sending === 'password'}>
        {t('signIn.do')}
      </Button>
      <p className={classes.hint}>{t('signIn.hint')}</p>
    </SignInFrame>
  )
}
