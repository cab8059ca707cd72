import { usePositionName } from '../session/positions.ts'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Highlighted } from './Highlighted.tsx'
import { besideOf, nameOf, type Hit } from './hits.ts'
import classes from './HitLine.module.css'

const always = new Set(['active'])
/** Their names are two, and each language shows its own. */
const named = new Set(['category', 'department'])

/** A result: number and title with what was looked for marked, where else it stands, and what it is about. */
export function HitLine({ hit }: { hit: Hit }) {
  const { t, language } = useWords()
  const position = usePositionName()
  const matched = (field: string) =>
    hit.matches.find((match) => match.field === field && match.text.replaceAll('…', '') === (field === 'number' ? hit.number : hit.title))
  const number = matched('number')
  const title = matched('title') ?? matched('name')
  const elsewhere = hit.matches.find((match) => match !== number && match !== title && match.text !== hit.title)
  const beside = besideOf(hit, { t, language, position })
  return (
    <span className={classes.line}>
      <span className={classes.head}>
        {hit.number && <b>{number ? <Highlighted {...number} /> : hit.number}</b>}
        {hit.number !== hit.title && (
          <span className={classes.title}>
            {title ? <Highlighted {...title} /> : named.has(hit.noun) ? nameOf(hit, { language }) : hit.title}
          </span>
        )}
        {!always.has(hit.state) && <State of={hit.noun} is={hit.state} />}
      </span>
      {(elsewhere || beside) && (
        <small className={classes.more}>
          {elsewhere && (
            <span className={classes.where}>
              {t(`search.in.${elsewhere.field}`)} <Highlighted {...elsewhere} />
            </span>
          )}
          {beside && <span>{beside}</span>}
        </small>
      )}
    </span>
  )
}
