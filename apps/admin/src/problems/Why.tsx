import { useWords } from '../words/words.ts'
import type { ProblemQuery } from '../gql/graphql.ts'
import classes from './Problems.module.css'

type Evidence = NonNullable<ProblemQuery['problem']>['evidence'][number]

/** 1 in 3,400; what is rarer than one in a billion is not told apart. */
const oneIn = (probability: number, format: (n: number) => string) =>
  probability < 1e-9 ? format(1_000_000_000) : format(Number((1 / probability).toPrecision(2)))

/** Why it was proposed: what came, what chance would have brought, and how often one errs. Answer first, then the table. Y-2 */
export function Why({ evidence }: { evidence: readonly Evidence[] }) {
  const { t, language } = useWords()
  const figure = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { maximumFractionDigits: 1 })
  const percent = new Intl.NumberFormat(language === 'zh' ? 'zh-CN' : 'en-GB', { style: 'percent', maximumSignificantDigits: 1 })
  const place = (one: Evidence) => one.place ?? t('choice.ProblemScope.company')
  const [main] = evidence
  return (
    <>
      {main && (
        <p>
          {t(`problems.why.${main.kind}`, {
            month: main.month,
            place: place(main),
            seen: main.seen,
            expected: figure.format(main.expected),
            odds: oneIn(main.probability, (n) => figure.format(n)),
          })}
        </p>
      )}
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('problems.what')}</th>
              <th>{t('problems.where')}</th>
              <th>{t('problems.month')}</th>
              <th className={classes.number}>{t('problems.seen')}</th>
              <th className={classes.number}>{t('problems.expected')}</th>
              <th className={classes.number}>{t('problems.odds')}</th>
              <th className={classes.number}>{t('problems.falseDiscovery')}</th>
            </tr>
          </thead>
          <tbody>
            {evidence.map((one) => (
              <tr key={`${one.kind} ${one.dimension} ${one.place ?? ''}`}>
                <td>{t(`choice.FindingKind.${one.kind}`)}</td>
                <td>{one.dimension === 'company' ? place(one) : `${t(`choice.ProblemScope.${one.dimension}`)} · ${place(one)}`}</td>
                <td>{one.month}</td>
                <td className={classes.number}>{one.seen}</td>
                <td className={classes.number}>{figure.format(one.expected)}</td>
                <td className={classes.number}>{t('problems.oneIn', { n: oneIn(one.probability, (n) => figure.format(n)) })}</td>
                <td className={classes.number}>{percent.format(one.falseDiscovery)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {main && <p className={classes.soft}>{t('problems.among', { count: main.among })}</p>}
    </>
  )
}
