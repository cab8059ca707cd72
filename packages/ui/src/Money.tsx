import { money } from './amounts.ts'
import { useLanguage } from './language.tsx'

export type MoneyValue = { amount: string; currency?: string }

export function Money({ of }: { of: MoneyValue | null | undefined }) {
  const { language } = useLanguage()
  return of ? <span className="figures">{money(of.amount, language)}</span> : <Nothing />
}

/** What is not there yet: quiet, and read aloud as nothing. */
export function Nothing() {
  return (
    <span aria-hidden="true" style={{ color: 'var(--words-soft)' }}>
      —
    </span>
  )
}
