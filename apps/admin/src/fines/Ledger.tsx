import { Moment, Money } from '@lintel/ui'
import type { FineQuery } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './FineRecord.module.css'

type Of = Pick<NonNullable<FineQuery['fine']>, 'entries' | 'open'>

/** Every change of what is owed, and what they leave. F-14 */
export function Ledger({ of: { entries, open } }: { of: Of }) {
  const { t } = useWords()
  return (
    <table className={classes.ledger}>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.kind + entry.at}>
            <td>{t(`entry.${entry.kind}`)}</td>
            <td>
              <Moment at={entry.at} as="exact" />
            </td>
            <td>{entry.by?.name}</td>
            <td>{entry.note}</td>
            <td className="figures">
              {entry.kind !== 'issued' && '−'}
              <Money of={entry.amount} />
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row" colSpan={4}>
            {t('fines.open')}
          </th>
          <td>
            <Money of={open} />
          </td>
        </tr>
      </tfoot>
    </table>
  )
}
