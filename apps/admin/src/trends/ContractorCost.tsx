import { lazy, Suspense } from 'react'

const QualityCost = lazy(async () => ({ default: (await import('./QualityCost.tsx')).QualityCost }))

/** What a contractor's work has cost; it comes when it is looked at. Y-7 */
export const ContractorCost = ({ contractor }: { contractor: string }) => (
  <Suspense fallback={null}>
    <QualityCost contractor={contractor} />
  </Suspense>
)
