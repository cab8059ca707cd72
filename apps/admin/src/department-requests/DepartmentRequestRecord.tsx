import { EvidenceGrid, LinkedRows, Moment, PersonName, RecordHead, Section, StateDot } from '@lintel/ui'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useRead } from '../graph/read.ts'
import { DepartmentRequestDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'
import classes from './DepartmentRequestRecord.module.css'

const order = [
  'departmentRequestAnswer',
  'departmentRequestSettle',
  'departmentRequestAskAgain',
  'departmentRequestExtend',
  'departmentRequestTakeNote',
  'departmentRequestHandOver',
  'departmentRequestWithdraw',
]

/** 督办: the questions and the department's answers, round by round. C-12 */
export function DepartmentRequestRecord({ id, place, onDecided }: { id: string; place: Place; onDecided?: () => void }) {
  const { t, language } = useWords()
  const { data, loading, error, again } = useRead(DepartmentRequestDocument, { id }, { of: ['departmentRequest', 'complaint'] })
  const request = data?.departmentRequest
  if (!request) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={request.number}
          link={`${location.origin}${pathOf('departmentRequest', id)}`}
          state={
            <>
              <State of="departmentRequest" is={request.state} />
              {request.lateAnswers > 0 && <StateDot word={t('requests.lateAnswers', { count: request.lateAnswers })} tone="red" />}
            </>
          }
          clocks={<Clocks of={data.owed} />}
          title={request.title}
          about={
            <>
              <span>
                {t('requests.to')} {bilingualName(request.department, language)}
              </span>
              <PersonName of={{ name: request.asker.name, position: t('field.asker') }} />
              <span>{request.project.name}</span>
            </>
          }
          decisions={<Decisions of={[request]} order={order} onChanged={again} {...(onDecided ? { onDone: onDecided } : {})} beside={3} />}
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <Section title={t('requests.rounds')}>
            <ol className={classes.rounds}>
              {request.rounds.map((round) => (
                <li key={round.askedAt}>
                  <div className={classes.head}>
                    <PersonName of={round.askedBy} /> <Moment at={round.askedAt} as="exact" />
                    <span className={classes.soft}>
                      {t('requests.due')} <Moment at={round.dueAt} as="exact" />
                    </span>
                  </div>
                  <p className={classes.text}>{round.question}</p>
                  {round.extensions.map((each) => (
                    <p key={each.at} className={classes.soft}>
                      {t('requests.extended')} <Moment at={each.from} as="exact" /> · {each.by?.name} · {each.reason}
                    </p>
                  ))}
                  {round.answer && (
                    <div className={classes.answer}>
                      <div className={classes.head}>
                        <PersonName of={round.answer.by} /> <Moment at={round.answer.at} as="exact" />
                        <StateDot
                          word={t(round.answer.late ? 'requests.late' : 'requests.onTime')}
                          tone={round.answer.late ? 'red' : 'green'}
                        />
                      </div>
                      <p className={classes.text}>{round.answer.text}</p>
                      {round.answer.evidence.length > 0 && <EvidenceGrid items={itemsOf(round.answer.evidence)} onCheck={checkFile} />}
                    </div>
                  )}
                </li>
              ))}
            </ol>
          </Section>
          {request.withdrawnBecause && <Section title={t('state.departmentRequest.withdrawn')}>{request.withdrawnBecause}</Section>}
          {request.complaint && (
            <>
              <Section title={t('input.wording')}>
                <p className={classes.text}>{request.complaint.wording}</p>
              </Section>
              <Section title={t('noun.complaint')}>
                <LinkedRows
                  rows={[
                    {
                      id: request.complaint.id,
                      href: pathOf('complaint', request.complaint.id),
                      number: request.complaint.number,
                      title: request.complaint.title,
                      state: <State of="complaint" is={request.complaint.state} />,
                    },
                  ]}
                />
              </Section>
            </>
          )}
        </>
      }
      timeline={<Events of={request.timeline} record={id} />}
    />
  )
}
