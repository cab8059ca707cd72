import { useMemo } from 'react'
import { useClient } from 'urql'
import {
  DashboardAddDocument,
  DashboardChangeDocument,
  DashboardRemoveDocument,
  DashboardsDocument,
  type DashboardFigureInput,
  type DashboardInput,
  type KeptDashboardFragment,
} from '../gql/graphql.ts'
import { useRead } from '../graph/read.ts'
import { askOf, type Kept, type Shown } from './shown.ts'

export type Dashboard = KeptDashboardFragment
export type Figure = Dashboard['figures'][number]
export type Told = { readonly id?: string; readonly code?: string; readonly message?: string }

/** A figure as the server keeps it. */
export const figureInput = (title: string, wide: boolean, shown: Shown): DashboardFigureInput => ({
  title,
  wide,
  chart: shown.chart,
  period: shown.period,
  ask: askOf(shown),
})

type Ask = ReturnType<typeof askOf>
/** A kept figure as it is drawn. The server has held what it asks against its own schema. */
export const shownOf = ({ ask, chart, period }: Figure): Shown => {
  const { by = [], grain, measures = [], compare, filter, order, first } = ask as Partial<Ask>
  return {
    by,
    grain: grain ?? undefined,
    measures,
    period,
    compare: compare ?? undefined,
    filter: (filter ?? []).map(({ dimension, in: values, none }): Kept => (none ? { dimension, none } : { dimension, in: values ?? [] })),
    chart,
    // ordered by what it shows: only so many were asked for
    first: order ? (first ?? undefined) : undefined,
    up: order ? order.descending === false : undefined,
  }
}

export const inputOf = ({ name, audience, position, figures }: Dashboard): DashboardInput => ({
  name,
  audience,
  position: position ?? null,
  figures: figures.map(({ title, chart, wide, period, ask }) => ({ title, chart, wide, period, ask })),
})

/** The dashboards there are for the reader, and what becomes of them. X-9 */
export const useDashboards = () => {
  const client = useClient()
  const { data, loading, error, again } = useRead(DashboardsDocument, {}, { of: [] })
  const dashboards = useMemo(() => data?.dashboards ?? [], [data])
  const told = async (
    answer: Promise<{ data?: Record<string, unknown> | undefined; error?: { message: string } | undefined }>,
  ): Promise<Told> => {
    const { data: done, error: failed } = await answer
    again()
    return (Object.values(done ?? {})[0] as Told | undefined) ?? { code: 'lost', message: failed?.message ?? '' }
  }
  return {
    dashboards,
    loading,
    error,
    add: (key: string, input: DashboardInput) => told(client.mutation(DashboardAddDocument.toString(), { key, input }).toPromise()),
    change: ({ id, version }: Dashboard, input: DashboardInput) =>
      told(client.mutation(DashboardChangeDocument.toString(), { id, version, input }).toPromise()),
    remove: ({ id, version }: Dashboard) => told(client.mutation(DashboardRemoveDocument.toString(), { id, version }).toPromise()),
  }
}
