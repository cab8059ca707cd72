import { FactsGrid, LinkedRows, Moment, Nothing, PersonName, RecordHead, Section, StateDot } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { VisitDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'

/** What the caller needs in front of them: whom, what was done, what was said before. R-1 */
export function VisitRecord({ id, place, onDecided }: { id: string; place: Place; onDecided?: () => void }) {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(VisitDocument, { id }, { of: ['visit', 'complaint'] })
  const visit = data?.visit
  if (!visit) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={visit.complaint?.number}
          link={`${location.origin}${pathOf('visit', id)}`}
          state={<State of="visit" is={visit.state} />}
          clocks={<Clocks of={data.owed} />}
          title={visit.title}
          about={
            <>
              <span>{[visit.project.name, unitName(visit.unit)].filter(Boolean).join(' · ')}</span>
              {visit.customer && (
                <span>
                  {visit.customer.name} {visit.customer.phone && <a href={`tel:${visit.customer.phone}`}>{visit.customer.phone}</a>}
                </span>
              )}
            </>
          }
          decisions={
            <Decisions
              of={[visit]}
              order={['visitRecord', 'visitFail', 'visitGiveUp', 'visitReview']}
              onChanged={again}
              {...(onDecided ? { onDone: onDecided } : {})}
            />
          }
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          {visit.complaint && (
            <>
              <Section title={t('input.wording')}>
                <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{visit.complaint.wording}</p>
              </Section>
              <Section title={t('input.resolution')}>
                <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{visit.complaint.resolution ?? '—'}</p>
              </Section>
            </>
          )}
          <FactsGrid
            title={t('record.facts')}
            facts={[
              { label: t('input.representative'), value: <PersonName of={visit.representative} /> },
              { label: t('visits.opened'), value: <Moment at={visit.openedAt} as="exact" /> },
              ...(visit.visitedAt
                ? [
                    { label: t('input.level'), value: visit.level ? t(`choice.Satisfaction.${visit.level}`) : <Nothing /> },
                    { label: t('visits.visitor'), value: <PersonName of={visit.visitor} /> },
                    { label: t('visits.visited'), value: <Moment at={visit.visitedAt} as="exact" /> },
                    { label: t('input.method'), value: visit.method ? t(`choice.VisitMethod.${visit.method}`) : <Nothing /> },
                    { label: t('input.wording'), value: visit.wording ?? <Nothing />, wide: true },
                  ]
                : []),
            ]}
          />
          {visit.odd.length > 0 && (
            <Section title={t('visits.odd')}>
              {visit.odd.map((each) => (
                <div key={each}>
                  <StateDot word={t(`choice.VisitOddity.${each}`)} tone="amber" />
                </div>
              ))}
            </Section>
          )}
          <Section title={t('visits.attempts')} count={visit.attempts.length}>
            {visit.attempts.map((attempt) => (
              <div key={attempt.at}>
                <Moment at={attempt.at} as="exact" /> {attempt.by?.name} · {attempt.why}
              </div>
            ))}
          </Section>
          {visit.complaint && (
            <Section title={t('noun.complaint')}>
              <LinkedRows
                rows={[
                  {
                    id: visit.complaint.id,
                    href: pathOf('complaint', visit.complaint.id),
                    number: visit.complaint.number,
                    title: visit.complaint.title,
                    state: <State of="complaint" is={visit.complaint.state} />,
                  },
                ]}
              />
            </Section>
          )}
        </>
      }
      timeline={<Events of={visit.timeline} record={id} />}
    />
  )
}
