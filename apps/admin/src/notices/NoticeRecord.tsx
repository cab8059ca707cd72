import {
  EvidenceGrid,
  EvidencePairs,
  FactsGrid,
  LinkedRows,
  Moment,
  Money,
  Nothing,
  PersonName,
  RecordHead,
  Section,
  StateDot,
  useLink,
} from '@lintel/ui'
import { Button, Group } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import { repairTitle } from '../record/repair-title.ts'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useGo } from '../go.ts'
import { useRead } from '../graph/read.ts'
import { NoticeDocument, type FactFragment, type NoticeQuery } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import type { Special } from '../record/DecisionModal.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { labelled, listed, useWords } from '../words/words.ts'
import { Grounds } from '../grounds/Grounds.tsx'
import classes from './NoticeRecord.module.css'

const order = [
  'noticeServe',
  'noticeRecordPhoneCall',
  'noticeJudgeExcuse',
  'noticeRecordReceipt',
  'noticeRecordRefusal',
  'noticeRecordArrival',
  'noticeRecordPlan',
  'noticeRecordStart',
  'noticeRecordCompletion',
  'noticeInspect',
  'noticeRecordSlip',
  'noticeClose',
  'noticeTakeNote',
  'noticeFileExcuse',
  'noticeLetGroundGo',
  'noticeAmend',
  'noticeCorrect',
  'noticeHandOver',
  'noticeWithdraw',
]

type Notice = NonNullable<NoticeQuery['notice']>

/** The notice with its running clock, its recorded milestones, and the grounds that hold by themselves. N-1 … N-6 */
export function NoticeRecord({ id, place }: { id: string; place: Place }) {
  const { t, has } = useWords()
  const Link = useLink()
  const go = useGo()
  const mayFine = useMayOpen('fineDraft')
  const [finingSupervision, setFiningSupervision] = useState(false)
  const [suggesting, setSuggesting] = useState(false)
  const maySuggest = useMayOpen('emergencyRepairSuggest')
  const { data, loading, error, again } = useRead(NoticeDocument, { id }, { of: ['notice', 'fine', 'emergencyRepair'] })
  const notice = data?.notice
  if (!notice) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const suggestible = maySuggest && notice.state === 'running'
  const supervisionFinable = mayFine && notice.supervision !== null && notice.state !== 'drafted' && notice.state !== 'withdrawn'
  const groundChoices = notice.grounds.map((ground) => ({
    value: String(ground.ground),
    label: `${ground.ground} ${t(`groundShort.${ground.ground}`)}`,
  }))
  const results = notice.defects.map((defect) => ({ defect: defect.key }))
  const defectChoices = notice.defects.map((defect) => ({
    value: defect.key,
    label: [unitName(defect.unit), defect.location].filter(Boolean).join(' '),
  }))
  const special: Readonly<Record<string, Special>> = {
    noticeInspect: { typed: { results }, choices: { 'results.defect': defectChoices } },
    noticeLetGroundGo: { choices: { ground: groundChoices } },
    noticeTakeNote: { choices: { ground: groundChoices } },
  }
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={notice.number}
          link={`${location.origin}${pathOf('notice', id)}`}
          state={<State of="stage" is={notice.stage} />}
          clocks={<Clocks of={data.owed} />}
          title={listed(notice.defects.map((defect) => `${unitName(defect.unit) ?? ''} ${defect.location}`.trim())) || t('noun.notice')}
          about={
            <>
              {notice.contractor && (
                <span>
                  <Link to={pathOf('contractor', notice.contractor.id)}>{notice.contractor.name}</Link>
                  {notice.contractor.contact && ` · ${notice.contractor.contact}`}{' '}
                  {notice.contractor.phone && <a href={`tel:${notice.contractor.phone}`}>{notice.contractor.phone}</a>}
                </span>
              )}
              {notice.contractor?.vetoed && <StateDot word={t('contractors.vetoed')} tone="red" />}
              {notice.representative && <PersonName of={{ name: notice.representative.name, position: t('input.representative') }} />}
            </>
          }
          decisions={<Decisions of={[notice]} order={order} special={special} onChanged={again} beside={place.beside ? 3 : 5} />}
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <Section
            title={t('notices.grounds')}
            action={
              mayFine &&
              notice.grounds.some((ground) => !ground.fined && !ground.pending && !ground.letGoBecause) && (
                <button type="button" className={classes.draft} onClick={() => go('/fines/new', { notice: id })}>
                  {t('decision.fineDraft')}
                </button>
              )
            }
          >
            <Grounds of={notice.grounds} />
            {notice.takenBack.map((back) => (
              <p key={`${back.ground}${back.at}`} className={classes.takenBack}>
                {t('grounds.takenBack', { ground: t(`groundShort.${back.ground}`) })} <Moment at={back.at} as="exact" />
              </p>
            ))}
          </Section>
          <Section title={t('notices.milestones')}>
            <Milestones of={notice} />
          </Section>
          {notice.excuses.length > 0 && (
            <Section title={t('notices.excuses')}>
              {notice.excuses.map((excuse) => (
                <FactsGrid
                  key={excuse.filed.at}
                  facts={[
                    { label: t('notices.filed'), value: <Moment at={excuse.filed.at} as="exact" /> },
                    {
                      label: t('notices.judged'),
                      value:
                        excuse.judgedAt === null ? (
                          <StateDot word={t('grounds.pending')} tone="amber" />
                        ) : (
                          <>
                            <StateDot
                              word={t(excuse.accepted ? 'notices.accepted' : 'notices.notAccepted')}
                              tone={excuse.accepted ? 'green' : 'red'}
                            />{' '}
                            {excuse.judgedBy?.name} <Moment at={excuse.judgedAt} as="exact" />
                          </>
                        ),
                    },
                    { label: t('input.reason'), value: excuse.reason, wide: true },
                    { label: t('input.proof'), value: excuse.proof, wide: true },
                    ...(excuse.filed.evidence.length
                      ? [
                          {
                            label: t('input.evidence'),
                            value: <EvidenceGrid items={itemsOf(excuse.filed.evidence)} onCheck={checkFile} />,
                            wide: true,
                          },
                        ]
                      : []),
                    ...(excuse.until ? [{ label: t('clock.agreedTime'), value: <Moment at={excuse.until} as="exact" /> }] : []),
                    ...(excuse.why ? [{ label: t('input.why'), value: excuse.why, wide: true }] : []),
                  ]}
                />
              ))}
            </Section>
          )}
          <Section title={t('input.defects')} count={notice.defects.length}>
            <ol className={classes.defects}>
              {notice.defects.map((defect) => (
                <li key={defect.key}>
                  <div className={classes.defectHead}>
                    <strong>
                      {[unitName(defect.unit), defect.location].filter(Boolean).join(' · ')}（
                      {has(`choice.Element.${defect.element}`) ? t(`choice.Element.${defect.element}`) : defect.element}）
                    </strong>
                    <DefectState results={defect.results} />
                    {defect.complaint && <Link to={pathOf('complaint', defect.complaint.id)}>{defect.complaint.number}</Link>}
                  </div>
                  <div>{defect.requirement}</div>
                  {defect.deadline && (
                    <div className={classes.soft}>
                      {t('input.deadline')} <Moment at={defect.deadline} as="exact" />
                    </div>
                  )}
                  <EvidencePairs before={itemsOf(defect.photos)} after={itemsOf(defect.results.flatMap(({ photos }) => photos))} />
                </li>
              ))}
            </ol>
          </Section>
          <FactsGrid
            title={t('record.facts')}
            facts={[
              { label: t('input.project'), value: notice.project.name },
              { label: t('input.deadline'), value: <Moment at={notice.deadline} as="exact" /> },
              { label: t('notices.drafted'), value: <Moment at={notice.draftedAt} as="exact" /> },
              { label: t('input.supervision'), value: notice.supervision?.name ?? <Nothing /> },
            ]}
          />
          {(notice.fines.length > 0 || notice.repairs.length > 0 || suggestible || supervisionFinable) && (
            <Section
              title={t('notices.consequences')}
              action={
                <Group gap="xs">
                  {supervisionFinable && (
                    <Button variant="default" onClick={() => setFiningSupervision(true)}>
                      {t('decision.fineDraftOnSupervision')}
                    </Button>
                  )}
                  {suggestible && (
                    <Button variant="default" onClick={() => setSuggesting(true)}>
                      {t('decision.emergencyRepairSuggest')}
                    </Button>
                  )}
                </Group>
              }
            >
              {finingSupervision && (
                <Opening
                  decision="fineDraftOnSupervision"
                  special={{ fixed: { notice: id } }}
                  opens
                  onClose={() => setFiningSupervision(false)}
                />
              )}
              {suggesting && (
                <Opening decision="emergencyRepairSuggest" special={{ fixed: { notice: id } }} opens onClose={() => setSuggesting(false)} />
              )}
              <LinkedRows
                rows={[
                  ...notice.fines.map((fine) => ({
                    id: fine.id,
                    href: pathOf('fine', fine.id),
                    number: fine.number,
                    title: <Money of={fine.amount} />,
                    state: <State of="fine" is={fine.state} />,
                  })),
                  ...notice.repairs.map((repair) => ({
                    id: repair.id,
                    href: pathOf('emergencyRepair', repair.id),
                    number: repair.number,
                    title: repairTitle(repair, t),
                    state: <State of="emergencyRepair" is={repair.state} />,
                  })),
                ]}
              />
            </Section>
          )}
          <Section title={t('rail.complaints')} count={notice.complaints.length}>
            <LinkedRows
              none={t('notices.noComplaints')}
              rows={notice.complaints.map((complaint) => ({
                id: complaint.id,
                href: pathOf('complaint', complaint.id),
                number: complaint.number,
                title: complaint.title,
                state: <State of="complaint" is={complaint.state} />,
              }))}
            />
          </Section>
        </>
      }
      timeline={<Events of={notice.timeline} record={id} />}
    />
  )
}

/** When each thing happened, and when it was entered if that was late. N-2 */
const milestonesOf = (notice: Notice): readonly { what: string; facts: readonly FactFragment[] }[] => {
  const one = (what: string, fact: FactFragment | null) => ({ what, facts: fact ? [fact] : [] })
  return [
    one('served', notice.served),
    ...(notice.phoned ? [one('phoned', notice.phoned)] : []),
    ...(notice.refused && !notice.received ? [] : [one('received', notice.received)]),
    ...(notice.refused ? [one('refused', notice.refused)] : []),
    one('onSite', notice.onSite),
    one('plan', notice.plan),
    one('started', notice.started),
    { what: 'completed', facts: notice.completions },
    { what: 'inspected', facts: notice.inspections.map(({ fact }) => fact) },
    one('slip', notice.slip),
  ]
}

function Milestones({ of }: { of: Notice }) {
  const { t } = useWords()
  return (
    <ol className={classes.milestones}>
      {milestonesOf(of).flatMap(({ what, facts }) => {
        if (facts.length === 0)
          return [
            <li key={what} data-missing>
              <span className={classes.mark} aria-hidden="true" />
              <span>{t(`proof.${what}`)}</span>
              <span className={classes.soft}>{t('proof.notYet')}</span>
            </li>,
          ]
        return facts.map((fact) => (
          <li key={what + fact.at} data-bad={what === 'refused' || undefined}>
            <span className={classes.mark} aria-hidden="true">
              {what === 'refused' ? <IconX size={12} /> : <IconCheck size={12} />}
            </span>
            <span>{t(`proof.${what}`)}</span>
            <span>
              <Moment at={fact.at} as="exact" /> {fact.by && <span className={classes.soft}>{fact.by.name}</span>}
              {fact.note && <span className={classes.soft}> · {fact.note}</span>}
              {fact.late && (
                <span className={classes.late}>
                  <IconAlertTriangle size={13} aria-hidden="true" /> {t('ui.late')}：<Moment at={fact.entered} as="exact" />
                  {` · ${fact.late.reason}`}
                  {fact.late.proof && ` · ${labelled(t('input.proof'), fact.late.proof)}`}
                </span>
              )}
              <EvidenceGrid items={itemsOf(fact.evidence)} onCheck={checkFile} quiet />
            </span>
          </li>
        ))
      })}
    </ol>
  )
}

/** Standard met and owner satisfied, both; each inspection again until it passes. N-4 */
function DefectState({ results }: { results: Notice['defects'][number]['results'] }) {
  const { t } = useWords()
  const last = results.at(-1)
  if (!last) return null
  const passed = results.some((each) => each.standardMet && each.ownerSatisfied)
  return (
    <>
      <StateDot word={t(passed ? 'stage.accepted' : 'stage.failed')} tone={passed ? 'green' : 'red'} />
      {!passed && (
        <span className={classes.soft}>
          {t('input.standardMet')} {t(last.standardMet ? 'ui.yes' : 'ui.no')} · {t('input.ownerSatisfied')}{' '}
          {t(last.ownerSatisfied ? 'ui.yes' : 'ui.no')}
        </span>
      )}
    </>
  )
}
