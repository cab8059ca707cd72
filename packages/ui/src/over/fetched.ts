import { useEffect, useState, type ComponentType } from 'react'

/**
 * A part that is fetched when it is first wanted. Where that fails, as it does without a network, nothing is shown and nothing
 * breaks: it is asked for again the next time it is wanted.
 */
export const fetched = <Props>(fetch: () => Promise<{ default: ComponentType<Props> }>) => {
  let part: ComponentType<Props> | undefined
  const get = () =>
    fetch().then(
      ({ default: got }) => (part = got),
      () => undefined,
    )
  return {
    near: () => void get(),
    useWhen(wanted: boolean): ComponentType<Props> | undefined {
      const [, setGot] = useState(part !== undefined)
      useEffect(() => {
        if (!wanted || part) return
        let gone = false
        void get().then((got) => {
          if (got && !gone) setGot(true)
        })
        return () => {
          gone = true
        }
      }, [wanted])
      return wanted ? part : undefined
    },
  }
}
