import { Navigate } from '@tanstack/react-router'
import { NotFoundPage } from '../frame/ErrorPages.tsx'
import { hrefOf } from '../paths.ts'
import { useRecordId } from './route.ts'

/** `Fine:…` → `fine`: what a record's id says it is of. */
const nounOf = (id: string) => {
  try {
    const [type = ''] = atob(id.replaceAll('-', '+').replaceAll('_', '/')).split(':')
    return /^[A-Z]\w+$/.test(type) ? type.slice(0, 1).toLowerCase() + type.slice(1) : undefined
  } catch {
    return undefined
  }
}

/** An address that knows a record by its id alone: what letters and printed slips lead to. */
export function OpenPage() {
  const id = useRecordId()
  const noun = nounOf(id)
  return noun ? <Navigate to={hrefOf({ noun, id })} replace /> : <NotFoundPage />
}
