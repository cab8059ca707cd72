import '../record/own-words.ts'
import { Blank, DecisionForm, Section, type Input, type Sent } from '@lintel/ui'
import { useSearch } from '@tanstack/react-router'
import { DecisionFormDocument, NoticeDocument } from '../gql/graphql.ts'
import { useFind } from '../find/find.ts'
import { useGo } from '../go.ts'
import { useDecide } from '../graph/decide.ts'
import { useRead } from '../graph/read.ts'
import { Grounds } from '../grounds/Grounds.tsx'
import { pathOf } from '../paths.ts'
import { unitName } from '../places.ts'
import { withChoices } from '../record/DecisionModal.tsx'
import { FormPage } from '../record/FormPage.tsx'
import { formInput } from '../record/inputs.ts'
import { toSent } from '../record/sent.ts'
import { listed, useWords } from '../words/words.ts'

const all = [1, 2, 3, 4, 5]

/** A fine is drafted with the notice's grounds beside it; those the system derived stand there already. F-1, F-2 */
export function DraftFinePage() {
  const { t, has } = useWords()
  const go = useGo()
  const find = useFind()
  const decide = useDecide()
  const { notice: from } = useSearch({ strict: false }) as { notice?: string }
  const inputs = useRead(DecisionFormDocument, { name: 'fine_draft' }, { of: [] })
  const read = useRead(NoticeDocument, { id: from ?? '' }, { of: ['notice'], pause: from === undefined })
  const notice = read.data?.notice
  if (from === undefined) return <Blank title={t('fines.fromNotice')} hint={t('fines.noneHint')} />
  const send = async (input: Record<string, unknown>): Promise<Sent> => {
    const answer = await decide({ decision: 'fineDraft', input: { ...input, notice: from } })
    if (answer.is === 'done' && answer.id) go(pathOf('fine', answer.id))
    return toSent(answer, t)
  }
  const ready = notice?.grounds.filter((ground) => !ground.fined && !ground.pending && !ground.letGoBecause) ?? []
  const choices = { 'grounds.ground': all.map((ground) => ({ value: String(ground), label: `${ground} ${t(`groundShort.${ground}`)}` })) }
  const shown: readonly Input[] = (inputs.data?.decisionForm?.inputs ?? [])
    .filter((each) => each.name !== 'notice')
    .map((each) => withChoices(formInput(each, 'fineDraft', t, has), choices))
  return (
    <FormPage
      title={t('fines.draft')}
      back={{ href: pathOf('notice', from), label: notice?.number ?? t('noun.notice') }}
      loading={!(inputs.data && read.data) && !inputs.error && !read.error}
      error={inputs.error ?? read.error}
      onRetry={() => {
        inputs.again()
        read.again()
      }}
      aside={
        notice && (
          <>
            <Section title={notice.contractor.name}>
              <p style={{ margin: 0 }}>
                {listed(notice.defects.map((defect) => [unitName(defect.unit), defect.location].filter(Boolean).join(' ')))}
              </p>
            </Section>
            <Section title={t('notices.grounds')}>
              <Grounds of={notice.grounds} />
            </Section>
          </>
        )
      }
    >
      <DecisionForm
        inputs={shown}
        onSend={send}
        sendLabel={t('fines.submit')}
        initial={{ grounds: ready.map((ground) => ({ ground: String(ground.ground) })) }}
        draftKey={`fineDraft:${from}`}
        find={find}
      />
    </FormPage>
  )
}
