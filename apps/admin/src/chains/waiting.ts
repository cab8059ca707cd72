type Owed = { from: string; due?: string | null }

/** The soonest due first, as the API has them; of what is due at no time, what has waited longest. */
export const byUrgency = <Task extends Owed>(tasks: readonly Task[]): readonly Task[] =>
  tasks.toSorted((a, b) => (a.due || b.due ? (a.due ? 0 : 1) - (b.due ? 0 : 1) : a.from.localeCompare(b.from)))
