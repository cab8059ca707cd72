import { useCallback, useEffect, useState } from 'react'
import { askAuth } from './asking.ts'

/** How one signs in here, and what is still owed to be in. `company`: what its button says. */
export type Ways = {
  readonly company: string | null
  readonly signedIn: boolean
  readonly needs: 'setUp' | 'code' | null
  /** Whether the account has a password, and a second factor; not known before signing in. */
  readonly password: boolean | null
  readonly secondFactor: boolean | null
}

export const readWays = async (): Promise<Ways | undefined> => {
  const { ok, body } = await askAuth('ways')
  return ok ? (body as Ways) : undefined
}

export const useWays = () => {
  const [ways, setWays] = useState<Ways>()
  const again = useCallback(() => readWays().then(setWays), [])
  useEffect(() => void again(), [again])
  return { ways, again }
}
