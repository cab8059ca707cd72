import '@mantine/core/styles/Radio.css'
import { Button, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ViewAudience } from '../gql/graphql.ts'
import { usePositionChoices } from '../session/positions.ts'
import { useMe } from '../session/session.tsx'
import { useWords } from '../words/words.ts'
import type { Dashboard, Told } from './use-dashboards.ts'

const audiences = ['me', 'position', 'everyone'] as const
type Given = { readonly name: string; readonly audience: ViewAudience; readonly position: string | null }
type DashboardFormProps = {
  of: Dashboard | undefined
  onSend: (key: string, given: Given) => Promise<Told>
  onRemove?: () => Promise<Told>
  onClose: () => void
}

/** A dashboard's name and whom it is for. X-9 */
export function DashboardForm({ of, onSend, onRemove, onClose }: DashboardFormProps) {
  const { t } = useWords()
  const { permissions } = useMe()
  const positions = usePositionChoices()
  const [key] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(of?.name ?? '')
  const [audience, setAudience] = useState<ViewAudience>(of?.audience ?? 'me')
  const [position, setPosition] = useState(of?.position ?? '')
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const mayShare = permissions.includes('view.share')
  const end = async (told: Promise<Told>) => {
    setSending(true)
    const { code, message } = await told
    setSending(false)
    if (code) setWrong(code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : message)
    else onClose()
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    void end(onSend(key, { name, audience, position: audience === 'position' ? position || null : null }))
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
          <Radio.Group
            label={t('views.audience')}
            description={mayShare ? undefined : t('trends.shareNeeds')}
            value={audience}
            onChange={(value) => setAudience(audiences.find((each) => each === value) ?? 'me')}
          >
            <Group mt={6}>
              {audiences.map((each) => (
                <Radio key={each} value={each} label={t(`views.for.${each}`)} disabled={each !== 'me' && !mayShare} />
              ))}
            </Group>
          </Radio.Group>
          {audience === 'position' && (
            <NativeSelect
              label={t('views.position')}
              value={position}
              required
              data={[{ value: '', label: '' }, ...positions]}
              onChange={({ currentTarget }) => setPosition(currentTarget.value)}
            />
          )}
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
