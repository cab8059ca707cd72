import { useLanguage } from './language.tsx'
import { Nothing } from './Money.tsx'
import { exact, exactDay, relative } from './moments.ts'
import { useNow } from './now.ts'
import { Hint } from './over/Hint.tsx'

/** Near times by distance with the exact one on hover; `exact` where the time itself is the fact. */
export function Moment({ at, as = 'relative' }: { at: string | null | undefined; as?: 'relative' | 'exact' | 'day' }) {
  const { language } = useLanguage()
  const now = useNow()
  if (!at) return <Nothing />
  if (as !== 'relative')
    return (
      <time dateTime={at} className="figures">
        {as === 'day' ? exactDay(at, language) : exact(at, language)}
      </time>
    )
  return (
    <Hint label={exact(at, language)}>
      <time dateTime={at} className="figures">
        {relative(at, now, language)}
      </time>
    </Hint>
  )
}
