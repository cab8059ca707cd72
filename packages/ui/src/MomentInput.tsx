import { ActionIcon, Popover, TextInput } from '@mantine/core'
import { IconCalendar } from '@tabler/icons-react'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useLanguage } from './language.tsx'
import { dateOf, exact, exactDay, readDate, readMoment, startOfDay, timeOf } from './moments.ts'

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
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={26} title={say('pickDay')} aria-label={`${label} · ${say('pickDay')}`} onClick={() => setOpened(!opened)}>
          <IconCalendar size={16} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <Suspense fallback={null}>
            <Calendar
              day={understood ? (of === 'moment' ? dateOf(understood) : understood) : undefined}
              onPick={(day) => {
                onChange(of === 'moment' ? `${day} ${understood ? timeOf(understood) : timeOf(new Date().toISOString())}` : day)
                setOpened(false)
              }}
            />
          </Suspense>
        )}
      </Popover.Dropdown>
    </Popover>
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
