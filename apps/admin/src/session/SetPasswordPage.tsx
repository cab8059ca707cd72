import { Button, PasswordInput } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { useWords } from '../words/words.ts'
import { passwordProblem, setPassword, type SetPassword } from './session.tsx'
import classes from './SignInPage.module.css'

/** Where the link of an invitation leads: it works once, for three days. */
export function SetPasswordPage({ token, onSet }: { token: string; onSet: () => void }) {
  const { t } = useWords()
  const [password, setTyped] = useState('')
  const [answer, setAnswer] = useState<SetPassword>()
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const came = await setPassword(token, password)
    setSending(false)
    setAnswer(came)
    if (came === 'set') onSet()
  }
  const problem = answer && passwordProblem(answer, t)
  return (
    <main className={classes.page}>
      <form className={classes.form} onSubmit={(event) => void send(event)}>
        <div className={classes.brand}>
          <span className={classes.mark} aria-hidden="true" />
          <div>
            <h1>{t('app.name')}</h1>
            <p>{t('setPassword.about')}</p>
          </div>
        </div>
        {problem && <Refusal message={problem} />}
        <PasswordInput
          label={t('setPassword.password')}
          description={t('setPassword.rule')}
          name="new-password"
          autoComplete="new-password"
          required
          withAsterisk={false}
          autoFocus
          size="md"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={password}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <Button type="submit" size="md" loading={sending}>
          {t('setPassword.do')}
        </Button>
      </form>
    </main>
  )
}
