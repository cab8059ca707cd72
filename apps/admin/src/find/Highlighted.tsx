import type { HitFragment } from '../gql/graphql.ts'

type Match = HitFragment['matches'][number]

/** A text with what was looked for marked in it. */
export function Highlighted({ text, ranges }: Pick<Match, 'text' | 'ranges'>) {
  const parts = ranges.flatMap(({ from, until }, n) => [
    { key: `before ${from}`, text: text.slice(ranges[n - 1]?.until ?? 0, from), marked: false },
    { key: `at ${from}`, text: text.slice(from, until), marked: true },
  ])
  return (
    <>
      {parts.map((part) => (part.marked ? <mark key={part.key}>{part.text}</mark> : <span key={part.key}>{part.text}</span>))}
      {text.slice(ranges.at(-1)?.until ?? 0)}
    </>
  )
}
