import '../record/own-words.ts'
import { DecisionForm, LinkedRows, Section, type Sent, type Typed } from '@lintel/ui'
import { useSearch } from '@tanstack/react-router'
import { ComplaintDocument, DecisionFormDocument } from '../gql/graphql.ts'
import { useFind } from '../find/find.ts'
import { useGo } from '../go.ts'
import { useDecide } from '../graph/decide.ts'
import { useRead } from '../graph/read.ts'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { FormPage } from '../record/FormPage.tsx'
import { formInput } from '../record/inputs.ts'
import { toSent } from '../record/sent.ts'
import { useWords } from '../words/words.ts'

/** A notice begun from a complaint knows its project, unit and the complaint it is about. N-1 */
export function DraftNoticePage() {
  const { t, has } = useWords()
  const go = useGo()
  const find = useFind()
  const decide = useDecide()
  const { complaint: from, survey } = useSearch({ strict: false }) as { complaint?: string; survey?: string }
  const inputs = useRead(DecisionFormDocument, { name: 'notice_draft' }, { of: [] })
  const read = useRead(ComplaintDocument, { id: from ?? '' }, { of: [], pause: from === undefined })
  const complaint = read.data?.complaint
  const send = async (input: Record<string, unknown>): Promise<Sent> => {
    const answer = await decide({ decision: 'noticeDraft', input: { ...input, ...(survey ? { survey } : {}) } })
    if (answer.is === 'done' && answer.id) go(pathOf('notice', answer.id))
    return toSent(answer, t)
  }
  const initial: Typed = complaint
    ? {
        project: { value: complaint.project.id, label: complaint.project.name },
        defects: [
          {
            complaint: { value: complaint.id, label: `${complaint.number} ${complaint.title}` },
            ...(complaint.unit ? { unit: { value: complaint.unit.id, label: unitName(complaint.unit) ?? '' } } : {}),
            ...(complaint.element ? { element: complaint.element } : {}),
            location: complaint.place ?? '',
          },
        ],
      }
    : {}
  const ready = inputs.data && (from === undefined || read.data)
  return (
    <FormPage
      title={t('notices.draft')}
      back={from ? { href: pathOf('complaint', from), label: t('noun.complaint') } : { href: '/notices', label: t('rail.notices') }}
      loading={!ready && !inputs.error && !read.error}
      error={inputs.error ?? read.error}
      onRetry={() => {
        inputs.again()
        read.again()
      }}
      aside={
        complaint && (
          <>
            <Section title={`${complaint.number} ${complaint.title}`}>
              <p style={{ margin: 0, whiteSpace: 'pre-wrap' }}>{complaint.wording}</p>
            </Section>
            <Section title={t('rail.notices')} count={complaint.notices.length}>
              <LinkedRows
                none={t('complaints.noNotices')}
                rows={complaint.notices.map((notice) => ({
                  id: notice.id,
                  href: pathOf('notice', notice.id),
                  number: notice.number,
                  title: notice.contractor.name,
                }))}
              />
            </Section>
          </>
        )
      }
    >
      {inputs.data && (
        <DecisionForm
          // which survey it follows from is said by where one came from. C-9
          inputs={(inputs.data.decisionForm?.inputs ?? [])
            .filter(({ name }) => name !== 'survey')
            .map((each) => formInput(each, 'noticeDraft', t, has))}
          onSend={send}
          sendLabel={t('notices.saveDraft')}
          initial={initial}
          draftKey={`noticeDraft:${from ?? ''}${survey ?? ''}`}
          find={find}
          columns={2}
        />
      )}
    </FormPage>
  )
}
