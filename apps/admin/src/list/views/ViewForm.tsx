import { Button, Checkbox, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ViewInput } from '../../gql/graphql.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words/words.ts'
import { AudienceFields, sentAudience, type Audience } from './Audience.tsx'
import type { KeptView, Told } from './use-views.ts'

type ViewFormProps = {
  /** The one that is changed; none: what is shown is kept as a new one. */
  view: KeptView | undefined
  onSend: (key: string, given: Omit<ViewInput, 'state'>) => Promise<Told>
  onClose: () => void
}

/** A view's name and whom it is for. X-9 */
export function ViewForm({ view, onSend, onClose }: ViewFormProps) {
  const { t } = useWords()
  const { permissions } = useMe()
  const [key] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(view?.name ?? '')
  const [to, setTo] = useState<Audience>({ audience: view?.audience ?? 'me', position: view?.position ?? null })
  const [first, setFirst] = useState(view?.first ?? false)
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const told = await onSend(key, {
      name,
      ...sentAudience(to),
      first: to.audience !== 'me' && first,
    })
    setSending(false)
    if (told.code) setWrong(told.code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : told.message)
    else onClose()
  }
  return (
    <Modal opened onClose={onClose} title={view ? t('views.rename') : t('views.add')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('views.name')}
            value={name}
            maxLength={60}
            required
            data-autofocus
            error={wrong}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <AudienceFields value={to} onChange={setTo} shareNeeds={t('views.shareNeeds')} />
          {to.audience !== 'me' && permissions.includes('view.setDefault') && (
            <Checkbox label={t('views.first')} checked={first} onChange={(event) => setFirst(event.currentTarget.checked)} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t('ui.cancel')}
            </Button>
            <Button type="submit" loading={sending}>
              {t('views.save')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  )
}
