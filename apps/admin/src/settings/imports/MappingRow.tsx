import { NativeSelect, TextInput } from '@mantine/core'
import type { ImportWholeFragment } from '../../gql/graphql.ts'
import { useWords } from '../../words/words.ts'
import classes from './Imports.module.css'
import type { Chosen } from './mapping.ts'
import { useInputWord } from './useInputWord.ts'

type Input = ImportWholeFragment['inputs'][number]
const [nothing, sameForAll] = ['', ' value']

/** One input: the column it comes from, or one value for all lines; and of a choice, what the file's words mean. */
export function MappingRow({
  input,
  columns,
  chosen,
  problem,
  onChosen,
}: {
  input: Input
  columns: ImportWholeFragment['columns']
  chosen: Chosen[string] | undefined
  problem: string | undefined
  onChosen: (chosen: Chosen[string]) => void
}) {
  const { t } = useWords()
  const word = useInputWord()
  const { column, value, words = {} } = chosen ?? {}
  const label = word(input.name)
  const examples = columns.find(({ name }) => name === column)?.examples ?? []
  const choices = input.values.map((one) => ({ value: one, label: t(`choice.${input.of}.${one}`) }))
  const unknown =
    choices.length === 0
      ? []
      : [...new Set([...examples, ...Object.keys(words)])].filter((one) => !choices.some((each) => each.label === one))
  const choose = (next: string) => {
    if (next === sameForAll) return onChosen({ value: '', words: {} })
    return onChosen(next === nothing ? { words: {} } : { column: next, words })
  }
  return (
    <div className={classes.row}>
      <NativeSelect
        label={label}
        withAsterisk={input.required}
        value={column ?? (value === undefined ? nothing : sameForAll)}
        error={problem}
        data={[
          { value: nothing, label: t('imports.notMapped') },
          { value: sameForAll, label: t('imports.sameForAll') },
          ...columns.map(({ name }) => ({ value: name, label: name })),
        ]}
        onChange={(event) => choose(event.currentTarget.value)}
      />
      {value !== undefined && choices.length > 0 && (
        <NativeSelect
          label={t('imports.valueOf', { input: label })}
          value={value}
          data={[{ value: '', label: '' }, ...choices]}
          onChange={(event) => onChosen({ value: event.currentTarget.value, words: {} })}
        />
      )}
      {value !== undefined && choices.length === 0 && (
        <TextInput
          label={t('imports.valueOf', { input: label })}
          value={value}
          onChange={(event) => onChosen({ value: event.currentTarget.value, words: {} })}
        />
      )}
      {column !== undefined && (
        <div className={classes.examples}>
          <span className={classes.soft}>{examples.length ? examples.join(' · ') : t('imports.noExamples')}</span>
          {unknown.map((one) => (
            <NativeSelect
              key={one}
              size="xs"
              label={t('imports.means', { word: one })}
              value={words[one] ?? ''}
              data={[{ value: '', label: t('imports.unknownWord') }, ...choices]}
              onChange={(event) => onChosen({ column, words: { ...words, [one]: event.currentTarget.value } })}
            />
          ))}
        </div>
      )}
    </div>
  )
}
