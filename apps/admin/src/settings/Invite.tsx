import { Alert, Button, CopyButton, Group, Modal, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useClient } from 'urql'
import { PersonInviteDocument, type PersonInviteMutation } from '../gql/graphql.ts'
import { whatFailed } from '../graph/failure.ts'
import { useWords } from '../words/words.ts'

/** The link with which somebody sets a password: on the first day, and after forgetting it. */
export function Invite({ person }: { person: string }) {
  const { t } = useWords()
  const client = useClient()
  const [asking, setAsking] = useState(false)
  const [open, setOpen] = useState(false)
  const [link, setLink] = useState<string>()
  const [failed, setFailed] = useState<string>()
  const invite = async () => {
    setAsking(true)
    setFailed(undefined)
    setLink(undefined)
    const { data, error } = await client.mutation<PersonInviteMutation>(PersonInviteDocument.toString(), { id: person }).toPromise()
    if (data) setLink(data.personInvite.link)
    else if (error) setFailed(whatFailed(error, t))
    setAsking(false)
    setOpen(true)
  }
  return (
    <>
      <Button variant="default" loading={asking} onClick={() => void invite()}>
        {t('settings.invite')}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={t('settings.invite')}>
        {failed && <Alert color="red">{failed}</Alert>}
        {link && (
          <>
            <Text size="sm" mb="sm">
              {t('settings.inviteHint')}
            </Text>
            <Group align="end" wrap="nowrap">
              <TextInput
                readOnly
                flex={1}
                value={link}
                aria-label={t('settings.invite')}
                onFocus={(event) => event.currentTarget.select()}
              />
              <CopyButton value={link}>
                {({ copied, copy }) => <Button onClick={copy}>{t(copied ? 'ui.copied' : 'ui.copyLink')}</Button>}
              </CopyButton>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}
