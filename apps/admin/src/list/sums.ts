import type { NounName } from '../gql/graphql.ts'

export type Total = { field: string; money: { amount: string; currency: string } | null; count: number | null }
export type GroupKey = { field: string; value: string | null; label: string | null }
export type Group = { keys: readonly GroupKey[]; filter: object; count: number; totals: readonly Total[] }
type TooMany = { __typename: 'TooManyToTotal'; message: string }
export type Groups = { __typename: 'ListGroups'; groups: readonly Group[]; next: string | null } | TooMany
export type Totals = { __typename: 'ListTotals'; count: number; totals: readonly Total[] } | TooMany

const typeOf = (noun: NounName) => noun.slice(0, 1).toUpperCase() + noun.slice(1)
const total = 'totals { field money { amount currency } count }'

// every noun that is a list has these two of its name, so one sentence says them all
export const groupsDocument = (noun: NounName) =>
  `query Groups($filter: ${typeOf(noun)}Filter, $by: [${typeOf(noun)}GroupField!]!, $after: String) {
  ${noun}Groups(filter: $filter, by: $by, first: 100, after: $after) {
    __typename
    ... on ListGroups { groups { keys { field value label } filter count ${total} } next }
    ... on TooManyToTotal { message }
  }
}`
export const totalsDocument = (noun: NounName) =>
  `query Totals($filter: ${typeOf(noun)}Filter) {
  ${noun}Totals(filter: $filter) {
    __typename
    ... on ListTotals { count ${total} }
    ... on TooManyToTotal { message }
  }
}`

/** Sums by the key of their column. */
export const byColumn = (totals: readonly Total[]): Readonly<Record<string, unknown>> =>
  Object.fromEntries(totals.map(({ field, money, count }) => [field, money ?? count]))
