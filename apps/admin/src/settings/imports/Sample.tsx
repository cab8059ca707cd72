import { Section } from '@lintel/ui'
import type { ImportWholeFragment } from '../../gql/graphql.ts'
import { useWords } from '../../words/words.ts'
import table from '../Table.module.css'
import classes from './Imports.module.css'
import { useInputWord } from './useInputWord.ts'

/** The first records as they would be. */
export function Sample({ row }: { row: ImportWholeFragment }) {
  const { t } = useWords()
  const word = useInputWord()
  const shown = row.inputs.filter(({ name }) => row.sample.some(({ values }) => values.some(({ input }) => input === name)))
  if (row.sample.length === 0) return null
  return (
    <Section title={t('imports.sample', { count: row.sample.length })}>
      <div className={classes.scroll}>
        <table className={table.table}>
          <thead>
            <tr>
              <th scope="col">{t('imports.lineNumber')}</th>
              {shown.map(({ name }) => (
                <th key={name} scope="col">
                  {word(name)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {row.sample.map(({ line, values }) => (
              <tr key={line}>
                <td className={table.figure}>{line}</td>
                {shown.map(({ name, of }) => {
                  const text = values.find(({ input }) => input === name)?.text ?? ''
                  return (
                    <td key={name} className={classes.cell}>
                      {of && text ? t(`choice.${of}.${text}`) : text}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
