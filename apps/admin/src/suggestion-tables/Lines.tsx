import { StateDot, useLink } from '@lintel/ui'
import type { ReactNode } from 'react'
import type { SuggestionLinesFragment } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { useWords } from '../words/words.ts'
import classes from './Suggestions.module.css'

type Line = SuggestionLinesFragment['lines'][number]
const tones = { accept: 'green', alreadyDone: 'blue', no: 'gray' } as const

/** The ruled table, on the screen as on paper: what it is about, what is proposed, what each department says. Y-3, X-4 */
export function Lines({ of, decide }: { of: SuggestionLinesFragment; decide?: (line: Line) => ReactNode }) {
  const { t, language } = useWords()
  const Link = useLink()
  const asked = of.state !== 'drafted'
  return (
    <div className={classes.scroll}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th>{t('input.subject')}</th>
            <th className={classes.number}>{t('suggestions.count')}</th>
            <th>{t('suggestions.wording')}</th>
            <th>{t('input.proposal')}</th>
            {asked && of.departments.map((one) => <th key={one.id}>{bilingualName(one, language)}</th>)}
            {decide && <th />}
          </tr>
        </thead>
        <tbody>
          {of.lines.map((line) => (
            <tr key={line.key}>
              <td>
                {line.problem ? <Link to={pathOf('problem', line.problem)}>{line.subject}</Link> : line.subject}
                <br />
                <span className={classes.soft}>{line.projects.join('、')}</span>
              </td>
              <td className={classes.number}>{line.count}</td>
              <td>{line.wording}</td>
              <td>{line.proposal || <span className={classes.soft}>{t('suggestions.noProposal')}</span>}</td>
              {asked &&
                of.departments.map((one) => {
                  const answer = line.answers.find(({ department }) => department?.id === one.id)
                  return (
                    <td key={one.id}>
                      {answer ? (
                        <>
                          <StateDot word={t(`choice.SuggestionAnswer.${answer.answer}`)} tone={tones[answer.answer]} />{' '}
                          {answer.late && <StateDot word={t('suggestions.late')} tone="red" />}
                          <br />
                          {answer.reason}
                          {answer.doneBy && `（${t('suggestions.doneBy', { day: answer.doneBy })}）`}
                          <br />
                          <span className={classes.soft}>{answer.by?.name}</span>
                        </>
                      ) : (
                        <span className={classes.soft}>{t('suggestions.waiting')}</span>
                      )}
                    </td>
                  )
                })}
              {decide && <td>{decide(line)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
