import type { ImportWholeFragment } from '../../gql/graphql.ts'

export type From = ImportWholeFragment['from'][number]
/** Which column or which one value each input comes from, by the input's name. */
export type Chosen = Readonly<
  Record<string, { readonly column?: string; readonly value?: string; readonly words: Readonly<Record<string, string>> }>
>

export const chosenFrom = (from: readonly From[]): Chosen =>
  Object.fromEntries(
    from.map(({ input, column, value, words }) => [
      input,
      {
        ...(column == null ? {} : { column }),
        ...(value == null ? {} : { value }),
        words: Object.fromEntries(words.map((one) => [one.word, one.value])),
      },
    ]),
  )
/** As the API takes it; what says nothing is left out. */
export const mappingOf = (source: string, chosen: Chosen) => ({
  source,
  from: Object.entries(chosen).flatMap(([input, { column, value, words }]) =>
    column === undefined && !value?.trim()
      ? []
      : [
          {
            input,
            ...(column === undefined ? { value: value ?? '' } : { column }),
            words: Object.entries(words).flatMap(([word, one]) => (one ? [{ word, value: one }] : [])),
          },
        ],
  ),
})
