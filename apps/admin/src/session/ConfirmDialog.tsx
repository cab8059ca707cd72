import { Anchor, Button, Group, Modal, PasswordInput, Text, TextInput } from '@mantine/core'
import { Refusal } from '@lintel/ui'
import { useState, type FormEvent } from 'react'
import { keepConfirmation } from '../graph/confirmation.ts'
import { useWords } from '../words/words.ts'
import { askAuth } from './asking.ts'
import type { Ways } from './ways.ts'

/** The password or a code once more, over whatever is on the screen. SEC-11 */
export default function ConfirmDialog({ ways, onEnd: close }: { ways: Ways | undefined; onEnd: (given: boolean) => void }) {
  const { t, say } = useWords()
  const [typed, setTyped] = useState('')
  const [withCode, setWithCode] = useState(ways?.password === false)
  const [problem, setProblem] = useState<string>()
  const [sending, setSending] = useState(false)
  const neither = ways?.password === false && ways.secondFactor === false
  const send = async (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    setSending(true)
    const told = await askAuth('confirm', withCode ? { code: typed.replace(/\D/gu, '') } : { password: typed })
    setSending(false)
    const word = typeof told.body === 'object' && told.body !== null && 'word' in told.body ? told.body.word : undefined
    if (told.ok && typeof word === 'string') {
      keepConfirmation(word)
      return close(true)
    }
    if (told.status === 429) setProblem(t('signIn.tooOften', { minutes: told.minutes }))
    else if (told.status === 0 || told.status >= 500) setProblem(t('signIn.unreachable'))
    else if (withCode) setProblem(t(told.code === 'CODE_USED' ? 'signIn.codeUsed' : 'signIn.codeWrong'))
    else setProblem(t('confirm.wrong'))
  }
  return (
    <Modal opened onClose={() => close(false)} title={t('confirm.title')} closeButtonProps={{ 'aria-label': say('close') }} zIndex={400}>
      <form onSubmit={(event) => void send(event)} style={{ display: 'flex', flexDirection: 'column', gap: 14 }}>
        <Text size="sm">{neither ? t('confirm.neither') : t('confirm.why')}</Text>
        {problem && <Refusal message={problem} />}
        {!neither &&
          (withCode ? (
            <TextInput
              key="code"
              label={t('signIn.code')}
              inputMode="numeric"
              autoComplete="one-time-code"
              data-autofocus
              required
              withAsterisk={false}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ) : (
            <PasswordInput
              key="password"
              label={t('signIn.password')}
              autoComplete="current-password"
              data-autofocus
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ 'aria-label': t('signIn.show') }}
              value={typed}
              onChange={(event) => setTyped(event.currentTarget.value)}
            />
          ))}
        <Group justify="space-between">
          {ways?.password && ways.secondFactor ? (
            <Anchor
              component="button"
              type="button"
              size="sm"
              onClick={() => {
                setTyped('')
                setWithCode(!withCode)
              }}
            >
              {t(withCode ? 'confirm.withPassword' : 'confirm.withCode')}
            </Anchor>
          ) : (
            <span />
          )}
          {!neither && (
            <Button type="submit" loading={sending}>
              {t('confirm.go')}
            </Button>
          )}
        </Group>
      </form>
    </Modal>
  )
}
