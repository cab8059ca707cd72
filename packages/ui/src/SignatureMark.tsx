import classes from './SignatureMark.module.css'

/** What a signature is drawn in, in points. */
export const signatureBox = { width: 1000, height: 300 }

/** A signature as it was drawn. */
export function SignatureMark({ path, label }: { path: string; label: string }) {
  return (
    <svg className={classes.mark} viewBox={`0 0 ${signatureBox.width} ${signatureBox.height}`} role="img" aria-label={label}>
      <path d={path} fill="none" stroke="currentColor" strokeWidth={5} strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
