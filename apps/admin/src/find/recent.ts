import { useRouterState } from '@tanstack/react-router'
import { useEffect } from 'react'
import { nounAt } from '../paths.ts'
import { useMe } from '../session/session.tsx'
import { note, read } from './kept.ts'

/** What the person looked for and opened lately. */
export const useRecent = () => {
  const { person } = useMe()
  return { ...read(person.id), noteText: (text: string) => note(person.id, 'texts', text) }
}

/** Whichever record's page comes up, or its panel beside a list, was opened. */
export const useNoteOpened = () => {
  const { person } = useMe()
  const opened = useRouterState({
    select: ({ location: { pathname, search } }) => {
      const beside: unknown = (search as Readonly<Record<string, unknown>>)['open']
      const [, , id] = pathname.split('/')
      if (!nounAt(pathname)) return undefined
      return typeof beside === 'string' ? beside : id === undefined || id === 'new' ? undefined : decodeURIComponent(id)
    },
  })
  useEffect(() => {
    if (opened) note(person.id, 'records', opened)
  }, [opened, person.id])
}
