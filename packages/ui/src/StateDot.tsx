import classes from './StateDot.module.css'

export type Tone = 'gray' | 'blue' | 'green' | 'amber' | 'red' | 'violet'

/** A state is a word with a dot, never colour alone. */
export function StateDot({ word, tone = 'gray', hollow = false }: { word: string; tone?: Tone; hollow?: boolean }) {
  return (
    <span className={classes.state} data-tone={tone}>
      <span className={classes.dot} data-hollow={hollow || undefined} aria-hidden="true" />
      {word}
    </span>
  )
}
