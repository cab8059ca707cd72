const secondsSince = (began: number) => `${((performance.now() - began) / 1000).toFixed(1)} s`

/**
 * Runs one step of a command, and says so once it takes longer than a person waits without wondering.
 * `tell` adds how far it is.
 */
export const step = async <Result>(name: string, work: (tell: (howFar: string) => void) => Promise<Result>): Promise<Result> => {
  const began = performance.now()
  let howFar = ''
  let said = false
  const say = () => {
    said = true
    console.log(`  ${name} … ${howFar}`.trimEnd())
  }
  const first = setTimeout(say, 1000)
  const later = setInterval(say, 5000)
  try {
    return await work((now) => (howFar = now))
  } finally {
    clearTimeout(first)
    clearInterval(later)
    if (said) console.log(`  ${name}: ${secondsSince(began)}`)
  }
}

/** What a command did that nobody asked for, such as mending what an earlier run left. */
export const say = (line: string) => console.log(`  ${line}`)
