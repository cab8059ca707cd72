import { Button, Checkbox, Group, Modal, NativeSelect, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { tell } from '../frame/tell.ts'
import { useWords } from '../words/words.ts'
import type { Shown } from './shown.ts'
import { figureInput, inputOf, useDashboards } from './use-dashboards.ts'

/** Puts a figure on a dashboard, one there is or a new one. */
export function KeepFigure({ shown, name, onClose }: { shown: Shown; name: string; onClose: () => void }) {
  const { t } = useWords()
  const { dashboards, add, change } = useDashboards()
  const [key] = useState(() => crypto.randomUUID())
  const [title, setTitle] = useState(name)
  const [board, setBoard] = useState('')
  const [boardName, setBoardName] = useState('')
  const [wide, setWide] = useState(true)
  const [wrong, setWrong] = useState<string>()
  const [sending, setSending] = useState(false)
  const mine = dashboards.filter(({ editable }) => editable)
  const chosen = mine.find(({ id }) => id === board)
  const send = async (event: FormEvent) => {
    event.preventDefault()
    setSending(true)
    const figure = figureInput(title.trim() || name, wide, shown)
    const told = chosen
      ? await change(chosen, { ...inputOf(chosen), figures: [...inputOf(chosen).figures, figure] })
      : await add(key, { name: boardName, audience: 'me', figures: [figure] })
    setSending(false)
    if (told.code) return setWrong(told.code === 'ChangedSinceSeen' ? t('views.changedMeanwhile') : told.message)
    tell({ message: t('trends.kept') })
    onClose()
  }
  return (
    <Modal opened onClose={onClose} title={t('trends.keep')} closeButtonProps={{ 'aria-label': t('ui.close') }}>
      <form onSubmit={(event) => void send(event)}>
        <Stack gap="sm">
          <TextInput
            label={t('trends.figureTitle')}
            value={title}
            maxLength={80}
            required
            data-autofocus
            onChange={({ currentTarget }) => setTitle(currentTarget.value)}
          />
          <NativeSelect
            label={t('trends.onDashboard')}
            value={board}
            data={[{ value: '', label: t('trends.newDashboard') }, ...mine.map((one) => ({ value: one.id, label: one.name }))]}
            error={board ? wrong : undefined}
            onChange={({ currentTarget }) => setBoard(currentTarget.value)}
          />
          {!board && (
            <TextInput
              label={t('trends.dashboardName')}
              value={boardName}
              maxLength={60}
              required
              error={wrong}
              onChange={({ currentTarget }) => setBoardName(currentTarget.value)}
            />
          )}
          <Checkbox label={t('trends.wide')} checked={wide} onChange={({ currentTarget }) => setWide(currentTarget.checked)} />
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
