import { Button, Code, PasswordInput, Text } from '@mantine/core'
import { Refusal, StateDot } from '@lintel/ui'
import { useState } from 'react'
import { askAuth } from '../session/asking.ts'
import { SecondFactorSetUp } from '../session/SecondFactorSetUp.tsx'
import type { Ways } from '../session/ways.ts'
import { useWords } from '../words/words.ts'
import classes from './SessionsPart.module.css'

/** One's second factor: set up, or the codes for when the phone is lost made anew. */
export function SecondFactor({ ways, onDone }: { ways: Ways; onDone: () => void }) {
  const { t } = useWords()
  return (
    <div className={classes.fields}>
      <StateDot tone={ways.secondFactor ? 'green' : 'gray'} word={t(ways.secondFactor ? 'factor.on' : 'factor.off')} />
      {ways.secondFactor ? (
        <NewCodes withPassword={ways.password === true} />
      ) : (
        <SecondFactorSetUp withPassword={ways.password === true} onDone={onDone} />
      )}
    </div>
  )
}

function NewCodes({ withPassword }: { withPassword: boolean }) {
  const { t } = useWords()
  const [password, setPassword] = useState('')
  const [codes, setCodes] = useState<readonly string[]>()
  const [problem, setProblem] = useState<string>()
  const make = async () => {
    const told = await askAuth('two-factor/generate-backup-codes', withPassword ? { password } : {})
    setPassword('')
    if (told.ok) {
      setProblem(undefined)
      return setCodes((told.body as { readonly backupCodes: readonly string[] }).backupCodes)
    }
    if (told.status === 429) return setProblem(t('signIn.tooOften', { minutes: told.minutes }))
    setProblem(t(told.status === 0 || told.status >= 500 ? 'signIn.unreachable' : 'confirm.wrong'))
  }
  return (
    <>
      {problem && <Refusal message={problem} />}
      {codes && (
        <>
          <Text size="sm">{t('factor.newCodesDone')}</Text>
          <Text size="sm">{t('factor.keep')}</Text>
          <Code block>{codes.join('\n')}</Code>
        </>
      )}
      {withPassword && (
        <PasswordInput
          label={t('signIn.password')}
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
        />
      )}
      <Button variant="default" disabled={withPassword && password === ''} onClick={() => void make()} style={{ alignSelf: 'flex-start' }}>
        {t('factor.newCodes')}
      </Button>
      <Text size="xs" c="dimmed">
        {t('factor.lost')}
      </Text>
    </>
  )
}
