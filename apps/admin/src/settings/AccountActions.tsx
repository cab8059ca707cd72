import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { PersonSecondFactorResetDocument, PersonSessionsEndDocument, type PersonSessionsEndMutation } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'
import { tell } from '../frame/tell.ts'

/** What whoever keeps the staff does for somebody's account: signs them out everywhere, takes a lost second factor. */
export function AccountActions({ person }: { person: { readonly id: string; readonly name: string } }) {
  const { t, say } = useWords()
  const client = useClient()
  const [asking, setAsking] = useState<'end' | 'reset'>()
  const [sending, setSending] = useState(false)
  const [failed, setFailed] = useState<string>()
  const act = async () => {
    setSending(true)
    setFailed(undefined)
    const document = asking === 'end' ? PersonSessionsEndDocument : PersonSecondFactorResetDocument
    const { data, error } = await client.mutation<Partial<PersonSessionsEndMutation>>(document.toString(), { id: person.id }).toPromise()
    setSending(false)
    if (error) return setFailed(whatFailed(error, t))
    const message = asking === 'end' ? t('sessions.endedCount', { count: data?.personSessionsEnd ?? 0 }) : t('settings.factorReset')
    tell({ message })
    setAsking(undefined)
  }
  return (
    <>
      <Button variant="default" onClick={() => setAsking('end')}>
        {t('settings.endSessions')}
      </Button>
      <Button variant="default" onClick={() => setAsking('reset')}>
        {t('settings.resetFactor')}
      </Button>
      <Modal
        opened={asking !== undefined}
        onClose={() => setAsking(undefined)}
        title={t(asking === 'reset' ? 'settings.resetFactor' : 'settings.endSessions')}
        closeButtonProps={{ 'aria-label': say('close') }}
      >
        <Text size="sm" mb="md">
          {t(asking === 'reset' ? 'settings.resetFactorSure' : 'settings.endSessionsSure', { name: person.name })}
        </Text>
        {failed && (
          <Text size="sm" c="red" mb="md" role="alert">
            {failed}
          </Text>
        )}
        <Group justify="end">
          <Button color="red" variant="filled" loading={sending} onClick={() => void act()}>
            {t(asking === 'reset' ? 'settings.resetFactor' : 'settings.endSessions')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
