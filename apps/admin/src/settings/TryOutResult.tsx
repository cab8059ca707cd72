import { figure, LinkedRows, Money, Section } from '@lintel/ui'
import { pathOf } from '../paths.ts'
import { useWords } from '../words/words.ts'
import table from './Table.module.css'
import { keyOf, type Answer, type Difference, type Tried } from './try-out.ts'
import classes from './WhatIf.module.css'

const outcome = ({ now, then }: Difference) => (now === then ? 'amount' : then ? 'becomes' : 'ceases')

/** The difference, question by question, and the records behind it. Y-5, Y-8 */
export function TryOutResult({ tried }: { tried: Tried }) {
  const { t, language } = useWords()
  if (tried.answers.every(({ arose }) => arose === 0))
    return tried.state === 'running' ? null : <p className={classes.none}>{t('whatIf.none')}</p>
  return (
    <>
      <div className={classes.wide}>
        <table className={table.table}>
          <thead>
            <tr>
              <th>{t('whatIf.question')}</th>
              <th className={table.figure}>{t('whatIf.arose')}</th>
              <th className={table.figure}>{t('whatIf.now')}</th>
              <th className={table.figure}>{t('whatIf.then')}</th>
              <th className={table.figure}>{t('whatIf.change')}</th>
            </tr>
          </thead>
          <tbody>
            {tried.answers.map((answer) => (
              <tr key={keyOf(answer)}>
                <td>
                  {t(`whatIf.ask.${answer.question}`)} <small className={classes.noun}>{t(`noun.${answer.noun}`)}</small>
                </td>
                <td className={table.figure}>{figure(answer.arose, language)}</td>
                <td className={table.figure}>
                  <Figure count={answer.now} amount={answer.amountNow} />
                </td>
                <td className={table.figure}>
                  <Figure count={answer.then} amount={answer.amountThen} />
                </td>
                <td className={table.figure}>
                  <strong>
                    {answer.then > answer.now && '+'}
                    {figure(answer.then - answer.now, language)}
                  </strong>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {tried.answers.map((answer) => {
        const different = tried.differences.get(keyOf(answer))
        if (!different) return null
        return (
          <Section key={keyOf(answer)} title={t('whatIf.differences', { question: t(`whatIf.ask.${answer.question}`) })}>
            {different.count > different.shown.length && (
              <p className={classes.more}>
                {t('whatIf.moreDifferences', {
                  count: figure(different.count, language),
                  shown: different.shown.length,
                })}
              </p>
            )}
            <LinkedRows
              rows={different.shown.map((one) => ({
                id: one.record,
                href: pathOf(one.noun, one.record),
                number: one.number,
                title: t(`whatIf.${outcome(one)}`),
              }))}
            />
          </Section>
        )
      })}
    </>
  )
}

function Figure({ count, amount }: { count: number; amount: Answer['amountNow'] }) {
  const { language } = useWords()
  return (
    <>
      {figure(count, language)}
      {amount && (
        <small className={classes.amount}>
          <Money of={amount} />
        </small>
      )}
    </>
  )
}
