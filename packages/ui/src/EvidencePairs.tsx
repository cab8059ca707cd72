import { EvidenceGrid } from './EvidenceGrid.tsx'
import type { EvidenceItem } from './evidence.ts'
import classes from './EvidenceGrid.module.css'
import { useLanguage } from './language.tsx'

type EvidencePairsProps = { before: readonly EvidenceItem[]; after: readonly EvidenceItem[] }

/** Before the repair beside after it. N-4 */
export function EvidencePairs({ before, after }: EvidencePairsProps) {
  const { say } = useLanguage()
  if (before.length === 0 && after.length === 0) return null
  return (
    <div className={classes.pair}>
      {(
        [
          ['before', before],
          ['after', after],
        ] as const
      ).map(([side, items]) => (
        <section key={side} aria-label={say(side)}>
          <h3>{say(side)}</h3>
          <EvidenceGrid items={items} />
        </section>
      ))}
    </div>
  )
}
