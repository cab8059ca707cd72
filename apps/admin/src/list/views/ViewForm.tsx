import '@mantine/core/styles/Radio.css'
import { Button, Checkbox, Group, Modal, NativeSelect, Radio, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import type { ViewAudience, ViewInput } from '../../gql/graphql.ts'
import { usePositionChoices } from '../../session/positions.ts'
import { useMe } from '../../session/session.tsx'
import { useWords } from '../../words/words.ts'
import type { KeptView, Told } from './use-views.ts'

const audiences = ['me', 'position', 'everyone'] as const

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
  const positions = usePositionChoices()
  const [key] = useState(() => crypto.randomUUID())
  const [name, setName] = useState(view?.name ?? '')
  const [audience, setAudience] = useState<ViewAudience>(view?.audience ?? 'me')
  const [position, setPosition] = useState(view?.position ?? '')
  const [first, setFirst] = useState(view?.first ?? false)
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const mayShare = permissions.includes('view.share')
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const told = await onSend(key, {
      name,
      audience,
      position: audience === 'position' ? position || null : null,
      first: audience !== 'me' && first,
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
          <Radio.Group
            label={t('views.audience')}
            description={mayShare ? undefined : t('views.shareNeeds')}
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
              onChange={(event) => setPosition(event.currentTarget.value)}
            />
          )}
          {audience !== 'me' && permissions.includes('view.setDefault') && (
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
