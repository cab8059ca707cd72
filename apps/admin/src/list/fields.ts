import type { Field, FieldType } from '@lintel/ui'
import { useMemo } from 'react'
import { useRead } from '../graph/read.ts'
import { FieldsDocument, type Noun } from '../gql/graphql.ts'
import { choicesOf } from '../record/inputs.ts'
import { stateChoices } from '../record/words.ts'
import { useWords } from '../words/words.ts'

const types = new Set<string>(['text', 'number', 'money', 'moment', 'day', 'clock', 'state', 'person', 'choice', 'flag'] satisfies FieldType[])
const isType = (type: string): type is FieldType => types.has(type)

/** A noun's columns as the API declares them, in the reader's words. */
export const useFields = (noun: Noun): readonly Field[] => {
  const { t, language } = useWords()
  const { data } = useRead(FieldsDocument, { noun }, { of: [] })
  const lines = data?.fields
  return useMemo(
    () =>
      (lines ?? []).map((line): Field => {
        const type = isType(line.type) ? line.type : 'text'
        return {
          key: line.key,
          label: t(`field.${line.key}`),
          type,
          sortable: line.sortable,
          filterable: line.filterable,
          ...(line.pinned === 'left' || line.pinned === 'right' ? { pinned: line.pinned } : {}),
          ...(line.width ? { width: line.width } : {}),
          ...(line.values ? { choices: type === 'state' ? stateChoices(t, line.of ?? noun, line.values) : choicesOf(t, line.of ?? '', line.values) } : {}),
        }
      }),
    // the language is what the words depend on
    [lines, language, noun, t],
  )
}
