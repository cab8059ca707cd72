import { ActionIcon, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, useState, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { dateOf, exact, exactDay, readDate, readMoment, startOfDay, timeOf } from './moments.ts'
import { PanelButton } from './over/PanelButton.tsx'

const Calendar = lazy(() => import('./Calendar.tsx'))

export type MomentInputProps = {
  label: string
  /** As typed; `readMoment` gives the instant. */
  value: string
  onChange: (typed: string) => void
  of?: 'moment' | 'day'
  required?: boolean
  error?: ReactNode
  hint?: ReactNode
  autoFocus?: boolean
  name?: string
}

/** Typed as said on the phone (14:05, 昨天 9:30, 11-23 14:05, now); what was understood stands below. */
export function MomentInput({
  label,
  value,
  onChange,
  of = 'moment',
  required = false,
  error,
  hint,
  autoFocus = false,
  name,
}: MomentInputProps) {
  const { language, say } = useLanguage()
  const [opened, setOpened] = useState(false)
  const understood = of === 'moment' ? readMoment(value, Date.now()) : readDate(value, Date.now())
  const below = understood
    ? of === 'moment'
      ? exact(understood, language)
      : exactDay(startOfDay(understood), language)
    : (hint ?? (of === 'moment' ? say('momentHint') : undefined))
  const calendar = (
    <PanelButton
      label={say('pickDay')}
      opened={opened}
      onOpened={setOpened}
      panel={() => (
        <Calendar
          day={understood ? (of === 'moment' ? dateOf(understood) : understood) : undefined}
          onPick={(day) => {
            onChange(of === 'moment' ? `${day} ${understood ? timeOf(understood) : timeOf(new Date().toISOString())}` : day)
            setOpened(false)
          }}
        />
      )}
    >
      <ActionIcon size={26} title={say('pickDay')} aria-label={`${label} · ${say('pickDay')}`}>
        <IconCalendar size={16} />
      </ActionIcon>
    </PanelButton>
  )
  return (
    <TextInput
      label={label}
      {...(name ? { name } : {})}
      withAsterisk={required}
      aria-required={required}
      description={below}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      error={error}
      autoComplete="off"
      data-autofocus={autoFocus || undefined}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      rightSectionWidth={36}
      rightSection={calendar}
    />
  )
}
