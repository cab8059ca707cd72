import type { Field, FieldType } from '@lintel/ui'
import { useMemo } from 'react'
import { useRead } from '../graph/read.ts'
import { ColumnsDocument, type DecisionName, type FieldKind, type NounName } from '../gql/graphql.ts'
import { choicesOf } from '../record/choices.ts'
import { stateChoices } from '../record/words.ts'
import { useWords } from '../words/words.ts'

const shownAs: Readonly<Record<FieldKind, FieldType>> = {
  text: 'text',
  choice: 'choice',
  choices: 'choice',
  moment: 'moment',
  date: 'day',
  money: 'money',
  count: 'number',
  flag: 'flag',
  ref: 'person',
  refs: 'person',
  numbers: 'choice',
}

/** A field of a list with all that the API says of it. */
export type ListField = Field & {
  kind: FieldKind
  /** The closed list, or the noun it refers to. */
  of?: string
  shown: boolean
  groupable: boolean
  totalled: boolean
  exportable: boolean
  /** The decision that changes it in place, and which of its inputs. */
  editedBy?: { decision: DecisionName; input: string }
}

/** A noun's columns as the API declares them, in the reader's words, what the page looks for first in front. All can be filtered by. */
export const useFields = (
  noun: NounName,
  first: readonly string[] = [],
  without: readonly string[] = [],
): { columns: readonly ListField[]; fields: readonly ListField[] } => {
  const { t, has, language } = useWords()
  const { data } = useRead(ColumnsDocument, { noun }, { of: [] })
  const lines = data?.columns
  return useMemo(() => {
    const word = (key: string) => (has(`fieldOf.${noun}.${key}`) ? t(`fieldOf.${noun}.${key}`) : t(`field.${key}`))
    const fields = (lines ?? []).map((line) => {
      const isState = line.key === 'state' || line.key === 'stage'
      const choices = isState
        ? stateChoices(t, line.key === 'stage' ? 'stage' : noun, line.values)
        : line.kind === 'numbers'
          ? line.values.map((ground) => ({ value: ground, label: `${ground} ${t(`groundShort.${ground}`)}` }))
          : line.values.length > 0
            ? choicesOf(t, line.of ?? '', line.values)
            : undefined
      const field: ListField = {
        key: line.key,
        label: word(line.key),
        kind: line.kind,
        shown: line.shown,
        // what is due is a clock that runs
        type: isState ? 'state' : line.key === 'dueAt' ? 'clock' : shownAs[line.kind],
        sortable: line.sortable,
        filterable: line.filterable && (choices !== undefined || line.kind !== 'choices'),
        maybeEmpty: line.maybeEmpty,
        groupable: line.groupable,
        totalled: line.totalled,
        exportable: line.exportable,
        width: line.width,
        ...(line.editedBy && line.editedInput ? { editedBy: { decision: line.editedBy, input: line.editedInput } } : {}),
        ...(line.of ? { of: line.of } : {}),
        ...(line.pinned === 'left' ? { pinned: 'left' } : {}),
        ...(choices ? { choices } : {}),
      }
      return field
    })
    const place = (key: string) => (first.includes(key) ? first.indexOf(key) : first.length)
    const columns = fields.filter((field) => field.shown && !without.includes(field.key)).toSorted((a, b) => place(a.key) - place(b.key))
    return { fields, columns }
    // eslint-disable-next-line react/exhaustive-deps -- the words depend on the language, and `first` and `without` are new at every render
  }, [lines, language, noun])
}
