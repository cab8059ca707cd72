import { Button } from '@mantine/core'
import { FactsGrid, LinkedRows, Moment, RecordHead, Section, StateDot } from '@lintel/ui'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { ProblemDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Months } from './Months.tsx'
import classes from './Problems.module.css'
import { Why } from './Why.tsx'

const order = [
  'problemConfirm',
  'problemDismiss',
  'problemAddMembers',
  'problemFollow',
  'problemUnfollow',
  'problemClose',
  'problemRename',
  'problemRemoveMembers',
  'problemSplit',
  'problemMerge',
  'problemReopen',
]

/** 共性问题: why it was proposed, what people say, how it goes on month by month, and its complaints. Y-2 */
export function ProblemRecord({ id, place }: { id: string; place: Place }) {
  const { t, language } = useWords()
  const go = useGo()
  const { data, loading, error, again } = useRead(ProblemDocument, { id }, { of: ['problem', 'complaint'] })
  const problem = data?.problem
  if (!problem) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const where = problem.place ?? t('choice.ProblemScope.company')
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={problem.number}
          link={`${location.origin}${pathOf('problem', id)}`}
          state={<State of="problem" is={problem.state} />}
          title={problem.name}
          about={
            <>
              <span>
                {[problem.element ? t(`choice.Element.${problem.element}`) : undefined, bilingualName(problem.category, language), where]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {problem.followed && <StateDot word={t('problems.followed')} tone="blue" />}
            </>
          }
          decisions={
            <Decisions
              of={[problem]}
              order={order}
              // following is one of two, never both
              only={order.filter((name) => name !== (problem.followed ? 'problemFollow' : 'problemUnfollow'))}
              special={{ problemConfirm: { typed: { name: problem.name } }, problemRename: { typed: { name: problem.name } } }}
              onChanged={again}
            />
          }
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <Section title={t('problems.why.title')}>
            {problem.evidence.length > 0 ? <Why evidence={problem.evidence} /> : <p className={classes.soft}>{t('problems.byHand')}</p>}
          </Section>
          <FactsGrid
            title={t('record.facts')}
            facts={[
              { label: t('field.openedAt'), value: <Moment at={problem.openedAt} as="exact" /> },
              ...(problem.confirmedAt
                ? [{ label: t('state.problem.confirmed'), value: <Moment at={problem.confirmedAt} as="exact" /> }]
                : []),
              { label: t('field.grewAt'), value: <Moment at={problem.grewAt} as="exact" /> },
              ...(problem.dismissedBecause ? [{ label: t('state.problem.dismissed'), value: problem.dismissedBecause, wide: true }] : []),
              ...(problem.outcome ? [{ label: t('input.outcome'), value: t(`choice.ProblemOutcome.${problem.outcome}`) }] : []),
              ...(problem.outcomeNote ? [{ label: t('input.note'), value: problem.outcomeNote, wide: true }] : []),
            ]}
          />
          <Section
            title={t('problems.members')}
            count={problem.members}
            action={
              <Button variant="default" onClick={() => go('/complaints', { problems: id, sort: '-registeredAt' })}>
                {t('problems.allMembers')}
              </Button>
            }
          >
            <ul className={classes.wordings}>
              {problem.wordings.map((one) => (
                <li key={one.complaint}>
                  <blockquote>{one.text}</blockquote>
                  <LinkedRows
                    rows={[{ id: one.complaint, href: pathOf('complaint', one.complaint), number: one.number, title: t('noun.complaint') }]}
                  />
                </li>
              ))}
            </ul>
          </Section>
          {problem.said.length > 0 && (
            <Section title={t('problems.said')} count={problem.said.length}>
              <LinkedRows
                rows={problem.said.map((one) => ({
                  id: `${one.table} ${one.at}`,
                  href: pathOf('suggestionTable', one.table),
                  number: one.number,
                  title: [one.reason, one.doneBy ? t('suggestions.doneBy', { day: one.doneBy }) : undefined, one.by?.name]
                    .filter(Boolean)
                    .join(' · '),
                  state: <StateDot word={t(`choice.SuggestionAnswer.${one.answer}`)} />,
                  aside: <Moment at={one.at} />,
                }))}
              />
            </Section>
          )}
          {problem.months.length > 0 && (
            <Section title={t('problems.trend')}>
              <Months months={problem.months} />
            </Section>
          )}
        </>
      }
      timeline={<Events of={problem.timeline} record={id} />}
    />
  )
}
