import { Button } from '@mantine/core'
import { EvidenceGrid, FactsGrid, LinkedRows, Moment, Nothing, PersonName, RecordHead, Section } from '@lintel/ui'
import { useGo } from '../go.ts'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useRead } from '../graph/read.ts'
import { SurveyDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { useMayOpen } from '../record/Opening.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { Participants } from './Participants.tsx'

const order = ['surveyHold', 'surveyReplan', 'surveyCorrect', 'surveyHandOver', 'surveyCancel']

/** 踏查: who was there, what was found, whose it is, what is done about it, and who signed. C-9 */
export function SurveyRecord({ id, place }: { id: string; place: Place }) {
  const { t } = useWords()
  const go = useGo()
  const mayDraft = useMayOpen('noticeDraft')
  const { data, loading, error, again } = useRead(SurveyDocument, { id }, { of: ['survey', 'complaint', 'notice'] })
  const survey = data?.survey
  if (!survey) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const lines = survey.participants.map(({ role, name, organisation }) => ({ role, name, organisation: organisation ?? '' }))
  const responsible = survey.responsible && { value: survey.responsible.id, label: survey.responsible.name }
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={survey.number}
          link={`${location.origin}${pathOf('survey', id)}`}
          state={<State of="survey" is={survey.state} />}
          clocks={<Clocks of={data.owed} />}
          title={survey.title}
          about={
            <>
              <span>{[survey.project.name, unitName(survey.unit)].filter(Boolean).join(' · ')}</span>
              <PersonName of={{ name: survey.representative.name, position: t('input.representative') }} />
            </>
          }
          decisions={
            <Decisions
              of={[survey]}
              order={order}
              only={order}
              special={{
                surveyHold: { typed: { participants: lines } },
                surveyReplan: { typed: { participants: lines, ...(survey.meetingPoint ? { meetingPoint: survey.meetingPoint } : {}) } },
                surveyCorrect: {
                  typed: { findings: survey.findings ?? '', measures: survey.measures ?? '', ...(responsible ? { responsible } : {}) },
                },
              }}
              onChanged={again}
            />
          }
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <FactsGrid
            title={t('record.facts')}
            facts={[
              { label: t('input.plannedAt'), value: <Moment at={survey.plannedAt} as="exact" /> },
              { label: t('input.meetingPoint'), value: survey.meetingPoint ?? <Nothing /> },
              ...(survey.heldAt
                ? [
                    { label: t('input.heldAt'), value: <Moment at={survey.heldAt} as="exact" /> },
                    { label: t('input.responsible'), value: survey.responsible?.name ?? <Nothing /> },
                    { label: t('input.findings'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{survey.findings}</span>, wide: true },
                    { label: t('input.measures'), value: <span style={{ whiteSpace: 'pre-wrap' }}>{survey.measures}</span>, wide: true },
                  ]
                : []),
              ...(survey.cancelledBecause ? [{ label: t('state.survey.cancelled'), value: survey.cancelledBecause, wide: true }] : []),
            ]}
          />
          <Section title={t('input.participants')} count={survey.participants.length}>
            <Participants survey={survey} onChanged={again} />
          </Section>
          {survey.evidence.length > 0 && (
            <Section title={t('input.evidence')} count={survey.evidence.length}>
              <EvidenceGrid items={itemsOf(survey.evidence)} onCheck={checkFile} />
            </Section>
          )}
          <Section
            title={t('rail.notices')}
            count={survey.notices.length}
            action={
              mayDraft &&
              survey.heldAt &&
              survey.complaint && (
                <Button variant="default" onClick={() => go('/notices/new', { complaint: survey.complaint?.id ?? '', survey: id })}>
                  {t('decision.noticeDraft')}
                </Button>
              )
            }
          >
            <LinkedRows
              none={t('surveys.noNotices')}
              rows={survey.notices.map((notice) => ({
                id: notice.id,
                href: pathOf('notice', notice.id),
                number: notice.number,
                title: notice.contractor.name,
                state: <State of="stage" is={notice.stage} />,
              }))}
            />
          </Section>
          {survey.complaint && (
            <Section title={t('noun.complaint')}>
              <LinkedRows
                rows={[
                  {
                    id: survey.complaint.id,
                    href: pathOf('complaint', survey.complaint.id),
                    number: survey.complaint.number,
                    title: survey.complaint.title,
                    state: <State of="complaint" is={survey.complaint.state} />,
                  },
                ]}
              />
            </Section>
          )}
        </>
      }
      timeline={<Events of={survey.timeline} record={id} />}
    />
  )
}
