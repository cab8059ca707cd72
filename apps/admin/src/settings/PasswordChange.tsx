import { Button, PasswordInput } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { changePassword, passwordProblem, type SetPassword } from '../session/session.tsx'
import { useWords } from '../words/words.ts'
import classes from './SessionsPart.module.css'
import { tell } from '../frame/tell.ts'

/** One's own password, with the one there is; everywhere else one is signed out. SEC-11 */
export function PasswordChange({ onChanged }: { onChanged: () => void }) {
  const { t } = useWords()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [answer, setAnswer] = useState<SetPassword>()
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const came = await changePassword(current, next)
    setSending(false)
    setAnswer(came)
    if (came !== 'set') return
    setCurrent('')
    setNext('')
    tell({ message: t('sessions.changed') })
    onChanged()
  }
  const problem = answer && passwordProblem(answer, t)
  return (
    <form className={classes.fields} onSubmit={(event) => void send(event)}>
      {problem && <Refusal message={problem} />}
      <PasswordInput
        label={t('sessions.current')}
        autoComplete="current-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        value={current}
        onChange={(event) => setCurrent(event.currentTarget.value)}
      />
      <PasswordInput
        label={t('setPassword.password')}
        description={t('setPassword.rule')}
        autoComplete="new-password"
        required
        withAsterisk={false}
        visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
      />
      <Button type="submit" variant="default" loading={sending} style={{ alignSelf: 'flex-start' }}>
        {t('sessions.password')}
      </Button>
    </form>
  )
}
