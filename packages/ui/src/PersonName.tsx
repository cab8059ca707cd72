import classes from './PersonName.module.css'
import { Nothing } from './Money.tsx'

export type PersonValue = { name: string; position?: string | null | undefined }

/** A person is a name with a position; under a delegation both names stand. P-2 */
export function PersonName({ of, inNameOf }: { of: PersonValue | null | undefined; inNameOf?: PersonValue | null | undefined }) {
  if (!of) return <Nothing />
  return (
    <span className={classes.person}>
      {of.name}
      {inNameOf && inNameOf.name !== of.name && <span className={classes.for}>⇢ {inNameOf.name}</span>}
      {of.position && <span className={classes.position}>{of.position}</span>}
    </span>
  )
}
