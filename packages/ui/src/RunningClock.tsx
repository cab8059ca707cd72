import { IconClock, IconClockCheck, IconClockExclamation, IconClockPause } from '@tabler/icons-react'
import { useLanguage, type Language, type Say } from './language.tsx'
import { duration, exact } from './moments.ts'
import { useNow } from './now.ts'
import { Hint } from './over/Hint.tsx'
import classes from './RunningClock.module.css'

export type ClockValue = {
  startedAt?: string | null | undefined
  dueAt: string
  pausedAt?: string | null | undefined
  pausedBecause?: string | null | undefined
  /** When it was met; a clock that has stopped says whether in time. */
  stoppedAt?: string | null | undefined
}

type Reading = { mood: 'calm' | 'near' | 'over' | 'paused' | 'met' | 'missed'; text: string; spent?: number }

const read = (clock: ClockValue, now: number, language: Language, say: Say): Reading => {
  const due = Date.parse(clock.dueAt)
  if (clock.stoppedAt) {
    const by = Date.parse(clock.stoppedAt) - due
    return by <= 0 ? { mood: 'met', text: say('onTime') } : { mood: 'missed', text: say('missed', { by: duration(by, language) }) }
  }
  if (clock.pausedAt) return { mood: 'paused', text: [say('paused'), clock.pausedBecause].filter(Boolean).join(' · ') }
  const left = due - now
  if (left < 0) return { mood: 'over', text: say('overBy', { by: duration(left, language) }) }
  const start = clock.startedAt ? Date.parse(clock.startedAt) : undefined
  const spent = start === undefined || due <= start ? undefined : Math.min(1, Math.max(0, (now - start) / (due - start)))
  // without a start there is no three quarters; the last hour stands in for it
  const near = spent === undefined ? left < 3_600_000 : spent >= 0.75
  return {
    mood: near ? 'near' : 'calm',
    text: say('leftOf', { left: duration(left, language) }),
    ...(spent === undefined ? {} : { spent }),
  }
}

const icons = {
  calm: IconClock,
  near: IconClock,
  over: IconClockExclamation,
  paused: IconClockPause,
  met: IconClockCheck,
  missed: IconClockExclamation,
}

/** What remains, amber from three quarters, red after; a pause says why. */
export function RunningClock({ of, label, large = false }: { of: ClockValue; label?: string; large?: boolean }) {
  const { language, say } = useLanguage()
  const soon = Math.abs(Date.parse(of.dueAt) - Date.now()) < 2 * 3_600_000
  const now = useNow(soon && !of.stoppedAt && !of.pausedAt ? 'second' : 'halfMinute')
  const { mood, text, spent } = read(of, now, language, say)
  const Icon = icons[mood]
  return (
    <Hint label={`${label ? `${label} · ` : ''}${say('due')} ${exact(of.dueAt, language)}`}>
      <span className={classes.clock} data-mood={mood} data-large={large || undefined} role="timer" aria-live="off">
        <Icon size={large ? 18 : 14} aria-hidden="true" />
        {label && large && <span className={classes.label}>{label}</span>}
        <span className="figures">{text}</span>
        {large && spent !== undefined && (
          <span className={classes.bar} aria-hidden="true">
            <span style={{ inlineSize: `${Math.round(spent * 100)}%` }} />
          </span>
        )}
      </span>
    </Hint>
  )
}
