import { locatedForm } from './normal-form.ts'

/** Where in a text what was looked for stands, as UTF-16 positions in it. */
export type Range = { readonly from: number; readonly until: number }
export type Match = { readonly field: string; readonly text: string; readonly ranges: readonly Range[] }

const before = 16
const after = 64
const mostRanges = 20

const rangesIn = (text: string, terms: readonly string[]): readonly Range[] => {
  const { form, from } = locatedForm(text)
  const found: Range[] = []
  for (const term of terms)
    for (let at = form.indexOf(term); at >= 0 && found.length < mostRanges; at = form.indexOf(term, at + term.length))
      found.push({ from: from[at] ?? 0, until: from[at + term.length] ?? text.length })
  const ordered = found.toSorted((a, b) => a.from - b.from)
  // overlapping ones are one
  return ordered.reduce<Range[]>((ranges, range) => {
    const last = ranges.at(-1)
    if (!last || range.from > last.until) return [...ranges, range]
    return [...ranges.slice(0, -1), { from: last.from, until: Math.max(last.until, range.until) }]
  }, [])
}

const isLow = (text: string, at: number) => /[\uDC00-\uDFFF]/u.test(text[at] ?? '')
/** A long text as much of it as shows the first place, cut between characters. */
const excerpt = (text: string, ranges: readonly Range[]): Omit<Match, 'field'> => {
  const first = ranges[0]
  let start = Math.max(0, (first?.from ?? 0) - before)
  let end = Math.min(text.length, Math.max(first?.until ?? 0, start) + after)
  if (isLow(text, start)) start--
  if (isLow(text, end)) end++
  const [head, tail] = [start > 0 ? '…' : '', end < text.length ? '…' : '']
  return {
    text: head + text.slice(start, end) + tail,
    ranges: ranges
      .filter(({ from }) => from < end)
      .map(({ from, until }) => ({ from: from - start + head.length, until: Math.min(until, end) - start + head.length })),
  }
}

/** The fields in which any of the terms stands, with where. */
export const matchesIn = (
  fields: readonly { readonly field: string; readonly text: string }[],
  terms: readonly string[],
): readonly Match[] =>
  fields.flatMap(({ field, text }) => {
    const ranges = rangesIn(text, terms)
    return ranges.length ? [{ field, ...excerpt(text, ranges) }] : []
  })
