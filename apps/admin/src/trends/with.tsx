import { createContext, use, useMemo, type ReactNode } from 'react'
import { useFields, type ListField } from '../list/fields.ts'
import type { Catalogue } from './read.ts'

type With = { readonly catalogue: Catalogue; readonly fieldsOf: (noun: string) => readonly ListField[] }
const Around = createContext<With>({ catalogue: { dimensions: [], measures: [] } as unknown as Catalogue, fieldsOf: () => [] })

/** What every figure needs: what may be asked, and the lists it opens. */
export function WithCatalogue({ catalogue, children }: { catalogue: Catalogue; children: ReactNode }) {
  const { fields: complaint } = useFields('complaint')
  const { fields: fine } = useFields('fine')
  const { fields: emergencyRepair } = useFields('emergencyRepair')
  const { fields: visit } = useFields('visit')
  const value = useMemo(() => {
    const lists: Readonly<Record<string, readonly ListField[]>> = { complaint, fine, emergencyRepair, visit }
    return { catalogue, fieldsOf: (noun: string) => lists[noun] ?? [] }
  }, [catalogue, complaint, fine, emergencyRepair, visit])
  return <Around value={value}>{children}</Around>
}
export const useTrends = () => use(Around)
