import { useParams } from '@tanstack/react-router'

/** The record a page is about. */
export const useRecordId = (): string => {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false })
  return params['id'] ?? ''
}
