import { Button, Code, CopyButton, PasswordInput, Text, TextInput } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import { useState } from 'react'
import { renderSVG } from 'uqr'
import { useWords } from '../words/words.ts'
import { askAuth } from './asking.ts'
import { giveCode } from './session.tsx'
import classes from './SecondFactorSetUp.module.css'

type Made = { readonly totpURI: string; readonly backupCodes: readonly string[] }

/** A second factor set up: the code to scan, drawn here, the codes to keep, and the first one tried. It is not inside a form of its own. */
export function SecondFactorSetUp({ withPassword, onDone }: { withPassword: boolean; onDone: () => void }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [made, setMade] = useState<Made>()
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const begin = async () => {
    setSending(true)
    const told = await askAuth('two-factor/enable', withPassword ? { password } : {})
    setSending(false)
    setProblem(undefined)
    if (told.ok) setMade(told.body as Made)
    else if (told.status === 429) setProblem(t('signIn.tooOften', { minutes: told.minutes }))
    else if (told.status === 0 || told.status >= 500) setProblem(t('signIn.unreachable'))
    else setProblem(t(told.code === 'SIGN_IN_AGAIN' ? 'factor.signInAgain' : 'confirm.wrong'))
  }
  const finish = async () => {
    setSending(true)
    const came = await giveCode(code, 'totp')
    setSending(false)
    if (came.is === 'signedIn') return onDone()
    if (came.is === 'tooOften') setProblem(t('signIn.tooOften', { minutes: came.minutes }))
    else if (came.is === 'unreachable') setProblem(t('signIn.unreachable'))
    else setProblem(t(came.is === 'used' ? 'signIn.codeUsed' : 'signIn.codeWrong'))
  }
  if (!made)
    return (
      <>
        {problem && <Refusal message={problem} />}
        <Text size="sm">{t('factor.about')}</Text>
        {withPassword && (
          <PasswordInput
            label={t('signIn.password')}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
        )}
        <Button variant="filled" loading={sending} disabled={withPassword && password === ''} onClick={() => void begin()}>
          {t('factor.begin')}
        </Button>
      </>
    )
  const key = new URL(made.totpURI).searchParams.get('secret') ?? ''
  return (
    <>
      {problem && <Refusal message={problem} />}
      <Text size="sm">{t('factor.scan')}</Text>
      <img
        className={classes.drawn}
        alt={t('factor.qr')}
        src={`data:image/svg+xml;utf8,${encodeURIComponent(renderSVG(made.totpURI, { border: 2 }))}`}
      />
      <Code block className={classes.key} aria-label={t('factor.key')}>
        {key.replace(/(.{4})(?=.)/gu, '$1 ')}
      </Code>
      <Text size="sm">{t('factor.keep')}</Text>
      <Code block className={classes.codes}>
        {made.backupCodes.join('\n')}
      </Code>
      <CopyButton value={made.backupCodes.join('\n')}>
        {({ copied, copy }) => (
          <Button variant="default" onClick={copy}>
            {t(copied ? 'factor.copied' : 'factor.copy')}
          </Button>
        )}
      </CopyButton>
      <TextInput
        label={t('factor.enter')}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button variant="filled" loading={sending} disabled={code === ''} onClick={() => void finish()}>
        {t('factor.finish')}
      </Button>
    </>
  )
}
