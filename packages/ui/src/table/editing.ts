import { useCallback, useRef, useState, type ReactNode } from 'react'
import type { Find } from '../InputField.tsx'
import type { Row } from '../fields.ts'
import type { Input } from '../inputs.ts'

/** What came of a change: kept, not allowed and why, or overtaken by another person's. B-4 */
export type Saved = { is: 'saved' } | { is: 'refused'; message: string } | { is: 'overtaken'; message: string }

/** How cells are changed here; without it nothing in a table can be. Off until switched on. X-9 */
export type Editing = {
  /** What is asked for, by the key of the column; the others cannot be changed in place. */
  inputs: Readonly<Record<string, Input>>
  find?: Find
  /** Why this one cannot be changed now; nothing where it can. */
  blocked: (row: Row, key: string) => Promise<string | undefined>
  /** What stands in the cell, as its input has it typed. */
  typedOf: (row: Row, key: string) => unknown
  /** What a pasted text means for a column. */
  read: (key: string, text: string) => Promise<{ typed: unknown } | { problem: string }>
  /** As it is said in the cell. */
  label: (key: string, typed: unknown) => string
  /** What stands beside the way back while cells are changed: why, and the way out. */
  bar?: ReactNode
  /** `anyway`: whatever was changed since. */
  save: (row: Row, key: string, typed: unknown, anyway: boolean) => Promise<Saved>
}

export type Change = { readonly row: Row; readonly key: string; readonly typed: unknown }
/** A change under way, or one that could not be made; it stays until somebody decides about it. */
export type CellEdit = Change & {
  readonly label: string
  readonly standing: 'saving' | 'refused' | 'overtaken'
  readonly message?: string
  /** It could not even be read: trying again would be of no use. */
  readonly unread?: true
}
type Edits = ReadonlyMap<string, CellEdit>

const most = 100
const idOf = ({ row, key }: Pick<Change, 'row' | 'key'>) => `${row.id} ${key}`

/** The changes made in a table: one after another, those that failed kept in sight, what was done taken back step by step. */
export const useEdits = (editing: Editing | undefined) => {
  const [edits, setEdits] = useState<Edits>(new Map())
  const [done, setDone] = useState<readonly (readonly Change[])[]>([])
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const latest = useRef(editing)
  latest.current = editing

  const put = useCallback((change: Change, edit: CellEdit | undefined) => {
    setEdits((was) => {
      const now = new Map(was)
      if (edit) now.set(idOf(change), edit)
      else now.delete(idOf(change))
      return now
    })
  }, [])
  /** Gives what can be put back: the cells as they were before. */
  const make = useCallback(
    async (changes: readonly Change[], anyway: boolean): Promise<readonly Change[]> => {
      const before: Change[] = []
      for (const change of changes) {
        const how = latest.current
        if (!how) break
        const { row, key, typed } = change
        const label = how.label(key, typed)
        const saved = await how.save(row, key, typed, anyway)
        if (saved.is === 'saved') before.push({ row, key, typed: how.typedOf(row, key) })
        put(change, saved.is === 'saved' ? undefined : { ...change, label, standing: saved.is, message: saved.message })
      }
      return before
    },
    [put],
  )
  /** One after another, so that two changes of one record do not overtake each other. */
  const inTurn = useCallback(
    (changes: readonly Change[], anyway: boolean) => {
      const how = latest.current
      if (!how) return Promise.resolve([])
      for (const change of changes) put(change, { ...change, label: how.label(change.key, change.typed), standing: 'saving' })
      const turn = queue.current.then(() => make(changes, anyway))
      queue.current = turn.catch(() => undefined)
      return turn
    },
    [make, put],
  )
  const change = useCallback(
    async (changes: readonly Change[], anyway = false) => {
      const before = await inTurn(changes, anyway)
      if (before.length > 0) setDone((was) => [...was.slice(1 - most), before])
    },
    [inTurn],
  )
  const undo = useCallback(() => {
    const last = done.at(-1)
    if (!last) return
    setDone(done.slice(0, -1))
    void inTurn(last, false)
  }, [done, inTurn])
  return {
    edits,
    /** Makes changes; they can be taken back together. */
    change,
    /** Says that something cannot be changed, without trying. */
    refuse: (refused: Change, label: string, message: string) =>
      put(refused, { ...refused, label, standing: 'refused', message, unread: true }),
    drop: (edit: CellEdit) => put(edit, undefined),
    undo,
    undoable: done.length > 0,
    of: (row: Row | undefined, key: string) => (row ? edits.get(`${row.id} ${key}`) : undefined),
  }
}
export type UsedEdits = ReturnType<typeof useEdits>
