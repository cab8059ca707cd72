import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'

/** Goes to a path put together from a record's name and id, which the router's list of literals cannot know. */
export const useGo = () => {
  const navigate = useNavigate()
  return useCallback(
    (to: string, search: Record<string, string | undefined> = {}, replace = false) =>
      void navigate({ to: to as '/tasks', search: search as never, replace }),
    [navigate],
  )
}
