/** A command cannot go on, and the reason fits one line that a person can act on: no stack is shown. */
export class Stopped extends Error {
  override readonly name = 'Stopped'
  readonly code: number

  constructor(line: string, code = 2) {
    super(line)
    this.code = code
  }
}

/** Ends a command: says why when it was stopped, in one line; anything else is a bug and is shown whole. */
export const leave = (error: unknown): never => {
  if (error instanceof Stopped) console.error(error.message)
  else console.error(error)
  process.exit(error instanceof Stopped ? error.code : 1)
}
