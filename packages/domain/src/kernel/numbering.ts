/** Series of printed numbers: each runs from 1 in every year of Asia/Shanghai. */
export const series = {
  complaint: 'TS',
  notice: 'ZG',
  fine: 'FK',
  emergencyRepair: 'YJ',
  departmentRequest: 'DB',
  survey: 'TC',
  problem: 'GX',
  groupAlert: 'QS',
  suggestionTable: 'CP',
} as const
export type Series = keyof typeof series

/** `FK-2026-000012` */
export const numberText = (of: Series, year: number, n: number) => `${series[of]}-${year}-${String(n).padStart(6, '0')}`
