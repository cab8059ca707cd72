import { Button } from '@mantine/core'
import { RecordHead, Section } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { SuggestionTableDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { bilingualName } from '../places.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { listed, useWords } from '../words/words.ts'
import { Lines } from './Lines.tsx'

const ofTable = [
  'suggestionTableSend',
  'suggestionTableSettle',
  'suggestionTableTakeNote',
  'suggestionTableAddLine',
  'suggestionTableWithdraw',
]
const ofLine = ['suggestionTableAnswer', 'suggestionTableChangeLine', 'suggestionTableRemoveLine']

/** 产品建议表: compiled, sent, answered line by line by both departments. Y-3 */
export function SuggestionTableRecord({ id, place }: { id: string; place: Place }) {
  const { t, language } = useWords()
  const { data, loading, error, again } = useRead(SuggestionTableDocument, { id }, { of: ['suggestionTable'] })
  const table = data?.suggestionTable
  if (!table) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const perLine = table.availableDecisions.some(({ mutation, allowed }) => ofLine.includes(mutation) && allowed)
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={table.number}
          link={`${location.origin}${pathOf('suggestionTable', id)}`}
          state={<State of="suggestionTable" is={table.state} />}
          clocks={<Clocks of={data.owed} />}
          title={t('suggestions.title', { month: table.month })}
          about={<span>{listed(table.departments.map((one) => bilingualName(one, language)))}</span>}
          decisions={<Decisions of={[table]} order={ofTable} only={ofTable} grave={['suggestionTableWithdraw']} onChanged={again} />}
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          {table.withdrawnBecause && <Section title={t('state.suggestionTable.withdrawn')}>{table.withdrawnBecause}</Section>}
          <Section
            title={t('suggestions.lines')}
            count={table.lines.length}
            action={
              <Button variant="default" component="a" href={`/print/suggestion-table/${encodeURIComponent(id)}`} target="_blank">
                {t('suggestions.print')}
              </Button>
            }
          >
            <Lines
              of={table}
              {...(perLine
                ? {
                    decide: (line) => (
                      <Decisions
                        inRow
                        of={[table]}
                        only={ofLine}
                        special={{
                          suggestionTableAnswer: { fixed: { line: line.key } },
                          suggestionTableRemoveLine: { fixed: { line: line.key } },
                          suggestionTableChangeLine: {
                            fixed: { line: line.key },
                            typed: { subject: line.subject, wording: line.wording, proposal: line.proposal },
                          },
                        }}
                        onChanged={again}
                      />
                    ),
                  }
                : {})}
            />
          </Section>
        </>
      }
      timeline={<Events of={table.timeline} record={id} />}
    />
  )
}
