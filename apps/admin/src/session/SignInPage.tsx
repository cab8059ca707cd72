import { Button } from '@mantine/core'
import { lazy, Suspense, useEffect, useState } from 'react'
import { useWords } from '../words/words.ts'
import { CodeStep } from './CodeStep.tsx'
import { PasswordStep } from './PasswordStep.tsx'
import { signOut } from './session.tsx'
import { SignInFrame } from './SignInFrame.tsx'
import { readWays, useWays } from './ways.ts'

// few set one up, and what draws its code is not small
const SecondFactorSetUp = lazy(async () => ({ default: (await import('./SecondFactorSetUp.tsx')).SecondFactorSetUp }))

/** Password or the company's sign-on; then, where it is owed, the second factor. */
export function SignInPage({
  to,
  failed = false,
  onSignedIn,
}: {
  to: string | undefined
  /** The company's sign-on led to nobody. */
  failed?: boolean
  onSignedIn: (to: string) => void
}) {
  const { t } = useWords()
  const { ways, again } = useWays()
  const [code, setCode] = useState(false)
  const wanted = to?.startsWith('/') && !/^\/[/\\]/u.test(to) ? to : '/tasks'
  const needs = ways?.needs
  useEffect(() => setCode(needs === 'code'), [needs])
  const on = async () => {
    const now = await readWays()
    if (now?.needs) return again()
    onSignedIn(wanted)
  }
  if (needs === 'setUp')
    return (
      <SignInFrame about={t('signIn.setUpTitle')} problem={undefined} onSend={(event) => event.preventDefault()}>
        <Suspense>
          <SecondFactorSetUp withPassword={ways?.password === true} onDone={() => onSignedIn(wanted)} />
        </Suspense>
        <Button variant="subtle" onClick={() => void signOut()}>
          {t('app.signOut')}
        </Button>
      </SignInFrame>
    )
  if (code) return <CodeStep onVerified={() => onSignedIn(wanted)} onBack={() => (needs === 'code' ? void signOut() : setCode(false))} />
  return (
    <PasswordStep to={wanted} company={ways?.company ?? null} failed={failed} onSignedIn={() => void on()} onCode={() => setCode(true)} />
  )
}
