import { Money, StateDot } from '@lintel/ui'
import type { EmergencyRepairQuery } from '../gql/graphql.ts'
import { useWords } from '../words/words.ts'
import classes from './Quantities.module.css'

type Of = Pick<NonNullable<EmergencyRepairQuery['emergencyRepair']>, 'quantities' | 'quantityTotals' | 'lowestTotal'>

/** Every item beside what contractor, team, department and audit say of it; what differs stands out. E-6 */
export function Quantities({ of: { quantities, quantityTotals, lowestTotal } }: { of: Of }) {
  const { t } = useWords()
  if (quantities.length === 0) return null
  const differing = quantities.filter((line) => line.differs).length
  return (
    <div className={classes.scroll}>
      <table className={classes.quantities}>
        <caption>
          {differing ? (
            <StateDot word={t('quantities.differ', { count: differing })} tone="amber" />
          ) : (
            <StateDot word={t('quantities.agree')} tone="green" />
          )}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('input.item')}</th>
            {quantityTotals.map(({ source }) => (
              <th scope="col" key={source}>
                {t(`quantitySource.${source}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {quantities.map((line) => (
            <tr key={line.item + line.unit} data-differs={line.differs || undefined}>
              <th scope="row">
                {line.item} {line.differs && <span className={classes.mark}>{t('quantities.differs')}</span>}
              </th>
              {quantityTotals.map(({ source }) => {
                const given = line.given.find((each) => each.source === source)
                return (
                  <td key={source}>
                    {given ? (
                      <>
                        <Money of={given.sum} />
                        <small>
                          {given.quantity} {line.unit} × <Money of={given.price} />
                        </small>
                      </>
                    ) : (
                      <span className={classes.none}>{t('quantities.notGiven')}</span>
                    )}
                  </td>
                )
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('quantities.total')}</th>
            {quantityTotals.map(({ source, total }) => (
              <td key={source}>
                <Money of={total} />
                {total.amount === lowestTotal?.amount && <small>{t('quantities.lowest')}</small>}
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  )
}
