import { Button } from '@mantine/core'
import { LinkedRows, Moment, Section, StateDot } from '@lintel/ui'
import { useState } from 'react'
import type { ComplaintQuery } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { Opening, useMayOpen } from '../record/Opening.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'

type Complaint = NonNullable<ComplaintQuery['complaint']>

/** What other departments were asked about the case. C-12 */
export function CaseRequests({ complaint }: { complaint: Complaint }) {
  const { t, language } = useWords()
  const mayAsk = useMayOpen('departmentRequestAsk')
  const [asking, setAsking] = useState(false)
  if (!mayAsk && complaint.departmentRequests.length === 0) return null
  return (
    <Section
      title={t('rail.department-requests')}
      count={complaint.departmentRequests.length}
      action={
        mayAsk && (
          <Button variant="default" onClick={() => setAsking(true)}>
            {t('decision.departmentRequestAsk')}
          </Button>
        )
      }
    >
      <LinkedRows
        none={t('requests.noneOfCase')}
        rows={complaint.departmentRequests.map((request) => ({
          id: request.id,
          href: pathOf('departmentRequest', request.id),
          number: request.number,
          title: bilingualName(request.department, language),
          state: (
            <>
              <State of="departmentRequest" is={request.state} />
              {request.lateAnswers > 0 && <StateDot word={t('requests.lateAnswers', { count: request.lateAnswers })} tone="red" />}
            </>
          ),
          aside: request.dueAt && <Moment at={request.dueAt} />,
        }))}
      />
      {asking && (
        <Opening decision="departmentRequestAsk" special={{ fixed: { complaint: complaint.id } }} onClose={() => setAsking(false)} />
      )}
    </Section>
  )
}

/** Joint surveys about the case; a serious quality problem needs one, or a reason for none. C-9 */
export function CaseSurveys({ complaint }: { complaint: Complaint }) {
  const { t } = useWords()
  const mayPlan = useMayOpen('surveyPlan')
  const [planning, setPlanning] = useState(false)
  if (complaint.surveys.length === 0 && !complaint.surveyWaived && !mayPlan) return null
  return (
    <Section
      title={t('rail.surveys')}
      count={complaint.surveys.length}
      action={
        mayPlan && (
          <Button variant="default" onClick={() => setPlanning(true)}>
            {t('decision.surveyPlan')}
          </Button>
        )
      }
    >
      <LinkedRows
        none={complaint.surveyWaived ? t('surveys.waived', { reason: complaint.surveyWaived }) : t('surveys.noneOfCase')}
        rows={complaint.surveys.map((survey) => ({
          id: survey.id,
          href: pathOf('survey', survey.id),
          number: survey.number,
          title: <Moment at={survey.plannedAt} as="exact" />,
          state: <State of="survey" is={survey.state} />,
        }))}
      />
      {planning && (
        <Opening decision="surveyPlan" opens special={{ fixed: { complaint: complaint.id } }} onClose={() => setPlanning(false)} />
      )}
    </Section>
  )
}

/** Common problems and the group alert the case belongs to. Y-2, C-3 */
export function CaseProblems({ complaint }: { complaint: Complaint }) {
  const { t } = useWords()
  const { alert } = complaint
  if (complaint.problems.length === 0 && !alert) return null
  return (
    <Section title={t('rail.problems')} count={complaint.problems.length + (alert ? 1 : 0)}>
      <LinkedRows
        rows={[
          ...(alert
            ? [
                {
                  id: alert.id,
                  href: pathOf('groupAlert', alert.id),
                  number: alert.number,
                  title: t('groupAlerts.homes', { count: alert.units }),
                  state: <State of="groupAlert" is={alert.state} />,
                },
              ]
            : []),
          ...complaint.problems.map((problem) => ({
            id: problem.id,
            href: pathOf('problem', problem.id),
            number: problem.number,
            title: problem.name,
            state: <State of="problem" is={problem.state} />,
          })),
        ]}
      />
    </Section>
  )
}
