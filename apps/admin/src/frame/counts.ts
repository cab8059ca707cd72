import type { RailItem } from '@lintel/ui'
import { useMemo } from 'react'
import { useRead } from '../graph/read.ts'
import { TaskCountsDocument } from '../gql/graphql.ts'

const railOf: Readonly<Record<string, string>> = {
  complaint: 'complaints',
  notice: 'notices',
  fine: 'fines',
  emergencyRepair: 'emergency-repairs',
  visit: 'visits',
  departmentRequest: 'department-requests',
  survey: 'surveys',
  problem: 'problems',
  suggestionTable: 'suggestion-tables',
}

/** What one owes, live, beside the rail's words: all of it, what waits for a signature, and by noun. */
export const useCounts = (): Readonly<Record<string, RailItem['count']>> => {
  const { data } = useRead(TaskCountsDocument, {}, { of: 'all' })
  const counts = data?.taskCounts
  return useMemo(() => {
    const owed: Record<string, { value: number; overdue: boolean; more: boolean }> = {}
    const add = (key: string | undefined, value: number, late: number) => {
      if (key === undefined) return
      const was = owed[key] ?? { value: 0, overdue: false, more: false }
      owed[key] = { value: was.value + value, overdue: was.overdue || late > 0, more: was.value + value >= 1000 }
    }
    for (const { noun, kind, count, late } of counts ?? []) {
      add('tasks', count, late)
      if (kind === 'approve') add('approvals', count, late)
      add(railOf[noun], count, late)
    }
    return owed
  }, [counts])
}
