import { useCallback, useEffect, useRef, useState } from 'react'
import type { EvidenceEntry } from './evidence-entries.ts'
import { useUploads, type Sending } from './uploads.tsx'

type OnItsWay = { share: number; waiting: boolean; preview?: string; goOn: () => void }

/** Sends the files of a form; what has come is part of what is typed, what is on its way only of the page. */
export const useSending = (entries: readonly EvidenceEntry[], onChange: (entries: readonly EvidenceEntry[]) => void) => {
  const { send } = useUploads()
  // files come while other things are typed: each change is made on what stands there then
  const now = useRef({ entries, onChange })
  now.current = { entries, onChange }
  const ways = useRef(new Map<string, Sending>())
  const previews = useRef(new Map<string, string>())
  const [going, setGoing] = useState<Readonly<Record<string, { share: number; waiting: boolean }>>>({})

  const say = useCallback((next: readonly EvidenceEntry[]) => {
    now.current = { ...now.current, entries: next }
    now.current.onChange(next)
  }, [])
  const change = useCallback(
    (key: string, part: Partial<EvidenceEntry>) =>
      say(now.current.entries.map((entry) => (entry.key === key ? { ...entry, ...part } : entry))),
    [say],
  )

  const begin = (key: string, file: File) => {
    if (file.type.startsWith('image/')) previews.current.set(key, URL.createObjectURL(file))
    const going = (state: { share: number; waiting: boolean } | undefined) =>
      setGoing(({ [key]: was, ...others }) => (state ? { ...others, [key]: { ...was, ...state } } : others))
    going({ share: 0, waiting: false })
    ways.current.set(
      key,
      send(file, {
        onProgress: (share) => going({ share, waiting: false }),
        onWaiting: () => setGoing((was) => ({ ...was, [key]: { share: was[key]?.share ?? 0, waiting: true } })),
        onDone: (kept) => {
          ways.current.delete(key)
          going(undefined)
          say(
            now.current.entries.map(({ coming: _, ...entry }) =>
              entry.key === key ? { ...entry, file: kept } : { ...entry, ...(_ === undefined ? {} : { coming: _ }) },
            ),
          )
        },
        onRefused: (message) => {
          ways.current.delete(key)
          going(undefined)
          change(key, { refused: message })
        },
      }),
    )
  }

  useEffect(() => {
    const [under, shown] = [ways.current, previews.current]
    return () => {
      for (const way of under.values()) way.stop(false)
      for (const url of shown.values()) URL.revokeObjectURL(url)
    }
  }, [])

  return {
    change,
    add(files: readonly File[]) {
      const more = files.map((file) => {
        // a file given again takes the place of the one that was cut off
        const before = now.current.entries.find(({ key, coming }) => coming === file.name && !ways.current.has(key))
        return { file, entry: before ?? { key: crypto.randomUUID(), title: '', coming: file.name }, fresh: !before }
      })
      say([...now.current.entries, ...more.filter(({ fresh }) => fresh).map(({ entry }) => entry)])
      for (const { entry, file } of more) begin(entry.key, file)
    },
    remove(key: string) {
      ways.current.get(key)?.stop(true)
      ways.current.delete(key)
      say(now.current.entries.filter((entry) => entry.key !== key))
    },
    sending: (key: string): OnItsWay | undefined => {
      const state = going[key]
      const preview = previews.current.get(key)
      return state || preview
        ? {
            share: state?.share ?? 0,
            waiting: state?.waiting ?? false,
            goOn: () => ways.current.get(key)?.goOn(),
            ...(preview ? { preview } : {}),
          }
        : undefined
    },
  }
}
