import type { TFunction } from 'i18next'
import type { TrendFiguresFragment } from '../gql/graphql.ts'

export type Row = TrendFiguresFragment
const lists: Readonly<Record<string, string>> = {
  trade: 'Trade',
  element: 'Element',
  channel: 'Channel',
  severity: 'Severity',
  kind: 'ComplaintKind',
}
/** What a group is called: a record's name, the word of a closed list, a house type, a number of months. */
export const keyLabel = (key: Row['keys'][number] | undefined, t: TFunction): string => {
  if (!key || key.value === null) return t('trends.nothing')
  if (key.dimension === 'age') return t('trends.months', { n: key.value })
  if (key.label) return key.label
  const list = lists[key.dimension]
  return list ? t(`choice.${list}.${key.value}`) : key.value
}
