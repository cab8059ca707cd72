import { Button } from '@mantine/core'
import { EvidenceGrid, FactsGrid, LinkedRows, Moment, Money, PersonName, RecordHead, Section, StateDot } from '@lintel/ui'
import { repairTitle } from '../record/repair-title.ts'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { ComplaintDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { categoryName, unitName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { useMayOpen } from '../record/Opening.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import { CaseProblems, CaseRequests, CaseSurveys } from './CaseHanging.tsx'

const order = [
  'complaintAccept',
  'complaintResume',
  'complaintRecordFeedback',
  'complaintResolve',
  'complaintReopen',
  'complaintTakeNote',
  'complaintSuspend',
  'complaintAssign',
  'complaintAddEvidence',
  'complaintWaiveSurvey',
  'complaintIdentify',
  'complaintMerge',
  'complaintCorrect',
  'complaintReject',
]

/** The case file: everything that hangs on it on one page. C-10 */
export function ComplaintRecord({ id, place }: { id: string; place: Place }) {
  const { t, language } = useWords()
  const go = useGo()
  const mayDraft = useMayOpen('noticeDraft')
  const { data, loading, error, again } = useRead(
    ComplaintDocument,
    { id },
    { of: ['complaint', 'notice', 'fine', 'emergencyRepair', 'visit', 'departmentRequest', 'survey'] },
  )
  const complaint = data?.complaint
  if (!complaint) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const where = unitName(complaint.unit) ?? complaint.place ?? complaint.building?.name
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={complaint.number}
          link={`${location.origin}${pathOf('complaint', id)}`}
          state={
            <>
              <State of="complaint" is={complaint.state} />
              {complaint.severity !== 'general' && <StateDot word={t(`choice.Severity.${complaint.severity}`)} tone="red" />}
              {complaint.isHistory && <StateDot word={t('complaints.history')} hollow />}
            </>
          }
          clocks={<Clocks of={data.owed} />}
          title={complaint.title}
          about={
            <>
              <span>{[complaint.project.name, where].filter(Boolean).join(' · ')}</span>
              {complaint.customer && (
                <span>
                  {complaint.customer.name}{' '}
                  {complaint.customer.phone && <a href={`tel:${complaint.customer.phone}`}>{complaint.customer.phone}</a>}
                </span>
              )}
              {complaint.representative && <PersonName of={{ name: complaint.representative.name, position: t('input.representative') }} />}
            </>
          }
          decisions={<Decisions of={[complaint]} order={order} onChanged={again} {...(place.beside ? { beside: 2 } : {})} />}
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <Section title={t('input.wording')}>
            <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{complaint.wording}</p>
            {complaint.wish && (
              <p style={{ margin: '6px 0 0' }}>
                <span style={{ color: 'var(--words-soft)' }}>{t('input.wish')}　</span>
                {complaint.wish}
              </p>
            )}
          </Section>
          <Section title={t('input.evidence')} count={complaint.evidence.length}>
            <EvidenceGrid items={itemsOf(complaint.evidence)} onCheck={checkFile} />
          </Section>
          <FactsGrid
            title={t('record.facts')}
            facts={[
              { label: t('input.kind'), value: t(`choice.ComplaintKind.${complaint.kind}`) },
              { label: t('input.channel'), value: t(`choice.Channel.${complaint.channel}`) },
              { label: t('input.category'), value: categoryName(complaint.category, language) },
              { label: t('input.element'), value: complaint.element ? t(`choice.Element.${complaint.element}`) : '—' },
              { label: t('input.trade'), value: complaint.trade ? t(`choice.Trade.${complaint.trade}`) : '—' },
              { label: t('input.houseType'), value: complaint.unit?.houseType ?? '—' },
              { label: t('input.handedOverOn'), value: complaint.unit?.handedOverOn ?? '—' },
              { label: t('complaints.registered'), value: <Moment at={complaint.registeredAt} as="exact" /> },
              { label: t('complaints.registeredBy'), value: complaint.registeredBy.name },
              ...(complaint.resolvedAt
                ? [
                    { label: t('complaints.resolved'), value: <Moment at={complaint.resolvedAt} as="exact" /> },
                    { label: t('complaints.onTime'), value: complaint.onTime === null ? '—' : t(complaint.onTime ? 'ui.yes' : 'ui.no') },
                    { label: t('input.resolution'), value: complaint.resolution ?? '—', wide: true },
                  ]
                : []),
              ...(complaint.rejectedReason ? [{ label: t('state.complaint.rejected'), value: complaint.rejectedReason, wide: true }] : []),
              ...(complaint.closedWithout ? [{ label: t('complaints.closedWithout'), value: complaint.closedWithout, wide: true }] : []),
              ...(complaint.satisfaction ? [{ label: t('input.level'), value: t(`choice.Satisfaction.${complaint.satisfaction}`) }] : []),
            ]}
          />
          <Section
            title={t('rail.notices')}
            count={complaint.notices.length}
            action={
              mayDraft && (
                <Button variant="default" onClick={() => go('/notices/new', { complaint: id })}>
                  {t('decision.noticeDraft')}
                </Button>
              )
            }
          >
            <LinkedRows
              none={t('complaints.noNotices')}
              rows={complaint.notices.map((notice) => ({
                id: notice.id,
                href: pathOf('notice', notice.id),
                number: notice.number,
                title: notice.contractor.name,
                state: <State of="stage" is={notice.stage} />,
                aside: <Moment at={notice.deadline} />,
              }))}
            />
          </Section>
          <CaseRequests complaint={complaint} />
          <CaseSurveys complaint={complaint} />
          <CaseProblems complaint={complaint} />
          {complaint.fines.length > 0 && (
            <Section title={t('rail.fines')} count={complaint.fines.length}>
              <LinkedRows
                rows={complaint.fines.map((fine) => ({
                  id: fine.id,
                  href: pathOf('fine', fine.id),
                  number: fine.number,
                  title: <Money of={fine.amount} />,
                  state: <State of="fine" is={fine.state} />,
                }))}
              />
            </Section>
          )}
          {complaint.repairs.length > 0 && (
            <Section title={t('rail.emergency-repairs')} count={complaint.repairs.length}>
              <LinkedRows
                rows={complaint.repairs.map((repair) => ({
                  id: repair.id,
                  href: pathOf('emergencyRepair', repair.id),
                  number: repair.number,
                  title: repairTitle(repair, t),
                  state: <State of="emergencyRepair" is={repair.state} />,
                }))}
              />
            </Section>
          )}
          {complaint.visits.length > 0 && (
            <Section title={t('rail.visits')} count={complaint.visits.length}>
              <LinkedRows
                rows={complaint.visits.map((visit) => ({
                  id: visit.id,
                  href: pathOf('visit', visit.id),
                  title: visit.level ? t(`choice.Satisfaction.${visit.level}`) : t('noun.visit'),
                  state: <State of="visit" is={visit.state} />,
                  aside: visit.dueAt && <Moment at={visit.dueAt} />,
                }))}
              />
            </Section>
          )}
          {(complaint.mergedInto || complaint.merged.length > 0) && (
            <Section title={t('complaints.merged')}>
              <LinkedRows
                rows={[...(complaint.mergedInto ? [complaint.mergedInto] : []), ...complaint.merged].map((other) => ({
                  id: other.id,
                  href: pathOf('complaint', other.id),
                  number: other.number,
                  title: other.title,
                  state: <State of="complaint" is={other.state} />,
                }))}
              />
            </Section>
          )}
        </>
      }
      timeline={<Events of={complaint.timeline} record={id} />}
    />
  )
}
