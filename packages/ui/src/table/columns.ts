import { columnPinningFeature, columnSizingFeature, createColumnHelper, tableFeatures, useTable } from '@tanstack/react-table'
import { useMemo, type CSSProperties } from 'react'
import type { Field, FieldType, Row } from '../fields.ts'
import type { ShownColumn } from '../view.ts'

const features = tableFeatures({ columnPinningFeature, columnSizingFeature })
const helper = createColumnHelper<typeof features, Row>()
// columns are the table's; rows come by pages and are never handed to it
const noRows: Row[] = []

export const narrowest = 48
export const widest = 1200
/** Where the boxes stand that rows are chosen by. */
export const boxWidth = 36

const widths: Readonly<Record<FieldType, number>> = {
  text: 180,
  number: 84,
  money: 132,
  moment: 124,
  day: 136,
  clock: 136,
  state: 112,
  person: 140,
  choice: 120,
  flag: 64,
}
const widthOf = (field: Field, shown?: ShownColumn) => shown?.width ?? field.width ?? widths[field.type]

const rightAligned: ReadonlySet<FieldType> = new Set(['money', 'number'])

/** A column as it stands: the pinned ones at the edges, in the order of the view. */
export type Column = {
  readonly key: string
  readonly field: Field
  readonly width: number
  readonly pin: 'left' | 'right' | undefined
  /** Whether it takes of the room that is left: not where it is pinned or somebody gave it a width. */
  readonly grows: boolean
  readonly right: boolean
  readonly style: CSSProperties
}

/** The columns of a view in the places where they stand, with the widths and the edges they are pinned to. */
export const useColumns = (fields: readonly Field[], shown: readonly ShownColumn[], before: number) => {
  const byKey = useMemo(() => new Map(fields.map((field) => [field.key, field])), [fields])
  const wanted = useMemo(() => shown.filter(({ key }) => byKey.has(key)), [shown, byKey])
  const columns = useMemo(
    () =>
      helper.columns(
        wanted.map(({ key }) => helper.accessor((row) => row[key], { id: key, minSize: narrowest, maxSize: widest, meta: {} })),
      ),
    [wanted],
  )
  const state = useMemo(
    () => ({
      columnPinning: {
        start: wanted.filter(({ pin }) => pin === 'left').map(({ key }) => key),
        end: wanted.filter(({ pin }) => pin === 'right').map(({ key }) => key),
      },
      columnSizing: Object.fromEntries(
        wanted.flatMap((each) => {
          const field = byKey.get(each.key)
          return field ? [[each.key, widthOf(field, each)]] : []
        }),
      ),
    }),
    [wanted, byKey],
  )
  const table = useTable({ features, columns, data: noRows, state })
  return useMemo((): readonly Column[] => {
    const given = new Map(wanted.map((each) => [each.key, each.width]))
    return table.getHeaderGroups().flatMap(({ headers }) =>
      headers.flatMap(({ column }): readonly Column[] => {
        const field = byKey.get(column.id)
        if (!field) return []
        const at = column.getIsPinned()
        return [
          {
            key: column.id,
            field,
            width: column.getSize(),
            pin: at === 'start' ? 'left' : at === 'end' ? 'right' : undefined,
            grows: at === false && given.get(column.id) === undefined,
            right: rightAligned.has(field.type),
            style:
              at === 'start'
                ? { position: 'sticky', insetInlineStart: column.getStart('start') + before, zIndex: 1 }
                : at === 'end'
                  ? { position: 'sticky', insetInlineEnd: column.getAfter('end'), zIndex: 1 }
                  : {},
          },
        ]
      }),
    )
    // eslint-disable-next-line react-hooks/exhaustive-deps -- the table is the same object at every render
  }, [table, state, columns, wanted, byKey, before])
}

/** The tracks of a line: what somebody gave a width keeps it, the others share what is left. */
export const tracksOf = (columns: readonly Column[], before: number) =>
  [
    ...(before ? [`${before}px`] : []),
    ...columns.map(({ width, grows }) => (grows ? `minmax(${width}px, ${width}fr)` : `${width}px`)),
  ].join(' ')

export const totalWidth = (columns: readonly Column[], before: number) => columns.reduce((sum, { width }) => sum + width, before)
