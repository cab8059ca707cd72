import { Button, Group, Modal, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { AudienceFields, sentAudience, type Audience } from '../list/views/Audience.tsx'
import { useWords } from '../words/words.ts'
import type { Dashboard, Told } from './use-dashboards.ts'

type Given = Audience & { readonly name: string }
type DashboardFormProps = {
  of: Dashboard | undefined
  onSend: (key: string, given: Given) => Promise<Told>
  onRemove?: () => Promise<Told>
  onClose: () => void
}

/** A dashboard's name and whom it is for. X-9 */
export function DashboardForm({ of, onSend, onRemove, onClose }: DashboardFormProps) {
  const { t } = useWords()
  const [key] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(of?.name ?? '')
  const [to, setTo] = useState<Audience>({ audience: of?.audience ?? 'me', position: of?.position ?? null })
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const end = async (told: Promise<Told>) => {
    setSending(true)
    const { code, message } = await told
    setSending(false)
    if (code) setWrong(code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : message)
    else onClose()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    void end(onSend(key, { name, ...sentAudience(to) }))
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={of ? t('trends.editDashboard') : t('trends.newDashboard')}
      closeButtonProps={{ 'aria-label': t('ui.close') }}
    >
      <form onSubmit={send}>
        <Stack gap="sm">
          <TextInput
            label={t('trends.dashboardName')}
            value={name}
            maxLength={60}
            required
            data-autofocus
            error={wrong}
            onChange={({ currentTarget }) => setName(currentTarget.value)}
          />
          <AudienceFields value={to} onChange={setTo} shareNeeds={t('trends.shareNeeds')} />
          <Group justify="flex-end">
            {onRemove && (
              <Button variant="subtle" color="red" onClick={() => void end(onRemove())}>
                {t('trends.removeDashboard')}
              </Button>
            )}
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
