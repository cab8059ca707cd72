import { Anchor, Button, Group, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useWords } from '../words/words.ts'
import { giveCode, type SignIn } from './session.tsx'
import { SignInFrame } from './SignInFrame.tsx'

/** The second factor, after the password was right. */
export function CodeStep({ onVerified, onBack }: { onVerified: () => void; onBack: () => void }) {
  const { t } = useWords()
  const [kind, setKind] = useState<'totp' | 'backup-code'>('totp')
  const [code, setCode] = useState('')
  const [answer, setAnswer] = useState<SignIn>()
  const [sending, setSending] = useState(false)
  const app = kind === 'totp'
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const came = await giveCode(code, kind)
    setSending(false)
    setAnswer(came)
    if (came.is === 'signedIn') onVerified()
  }
  const problem = () => {
    switch (answer?.is) {
      case undefined:
      case 'signedIn':
      case 'codeAsked':
        return undefined
      case 'tooOften':
        return t('signIn.tooOften', { minutes: answer.minutes })
      case 'used':
        return t('signIn.codeUsed')
      case 'over':
        return t('signIn.codeOver')
      case 'unreachable':
        return t('signIn.unreachable')
      case 'wrong':
        return t('signIn.codeWrong')
    }
  }
  return (
    <SignInFrame about={t(app ? 'signIn.codeTitle' : 'signIn.backupTitle')} problem={problem()} onSend={(event) => void send(event)}>
      <TextInput
        key={kind}
        label={t(app ? 'signIn.code' : 'signIn.backupCode')}
        name={app ? 'code' : 'backup-code'}
        inputMode={app ? 'numeric' : 'text'}
        autoComplete={app ? 'one-time-code' : 'off'}
        required
        withAsterisk={false}
        autoFocus
        size="md"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button type="submit" size="md" loading={sending}>
        {t('signIn.verify')}
      </Button>
      <Group justify="space-between">
        <Anchor
          component="button"
          type="button"
          size="sm"
          onClick={() => {
            setKind(app ? 'backup-code' : 'totp')
            setCode('')
            setAnswer(undefined)
          }}
        >
          {t(app ? 'signIn.useBackup' : 'signIn.useCode')}
        </Anchor>
        <Anchor component="button" type="button" size="sm" onClick={onBack}>
          {t('signIn.back')}
        </Anchor>
      </Group>
    </SignInFrame>
  )
}
