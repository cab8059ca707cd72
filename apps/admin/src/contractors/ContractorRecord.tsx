import { FactsGrid, LinkedRows, Moment, Money, Nothing, RecordHead, Section, StateDot } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { ContractorDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { useWords } from '../words/words.ts'

/** A firm and how it has behaved: contracts, notices, fines, repairs done in its place, vetoes. W-2 */
export function ContractorRecord({ id, place }: { id: string; place: Place }) {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(ContractorDocument, { id }, { of: ['contractor', 'contract', 'notice', 'fine'] })
  const contractor = data?.contractor
  if (!data || !contractor) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const count = ({ value, more }: { value: number; more: boolean }) => `${value}${more ? '+' : ''}`
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          link={`${location.origin}${pathOf('contractor', id)}`}
          state={
            <>
              <State of="contractor" is={contractor.state} />
              {contractor.vetoed && (
                <StateDot
                  word={contractor.vetoedUntil ? t('contractors.vetoedUntil', { until: contractor.vetoedUntil }) : t('contractors.vetoed')}
                  tone="red"
                />
              )}
            </>
          }
          title={contractor.name}
          about={
            <>
              <span>{t(`choice.PartyKind.${contractor.kind}`)}</span>
              <span>{contractor.contact}</span>
              {contractor.phone && <a href={`tel:${contractor.phone}`}>{contractor.phone}</a>}
            </>
          }
          decisions={
            <Decisions
              of={[contractor]}
              order={['contractorChange', 'contractorRestore', 'contractorRetire']}
              onChanged={again}
              special={{ contractorChange: { typed: changeFrom(contractor) } }}
            />
          }
        />
      }
      facts={
        <>
          <FactsGrid
            title={t('contractors.conduct')}
            facts={[
              { label: t('rail.notices'), value: count(data.noticeCount) },
              { label: t('rail.fines'), value: count(data.fineCount) },
              { label: t('contractors.repairs'), value: count(data.emergencyRepairCount) },
              { label: t('input.vetoed'), value: t(contractor.vetoed ? 'ui.yes' : 'ui.no') },
            ]}
          />
          <Section title={t('contractors.contracts')} count={data.contracts.edges.length}>
            {data.contracts.edges.map(({ node }) => (
              <FactsGrid
                key={node.id}
                facts={[
                  { label: t('noun.contract'), value: node.number },
                  { label: t('input.project'), value: node.project.name },
                  { label: t('input.trade'), value: t(`choice.Trade.${node.trade}`) },
                  { label: t('input.amount'), value: <Money of={node.amount} /> },
                  { label: t('input.retention'), value: <Money of={node.retention} /> },
                  { label: t('input.warrantyEnd'), value: node.warrantyEnd ?? <Nothing /> },
                ]}
              />
            ))}
          </Section>
          <Section title={t('rail.notices')}>
            <LinkedRows
              none={t('notices.none')}
              rows={data.notices.edges.map(({ node }) => ({
                id: node.id,
                href: pathOf('notice', node.id),
                number: node.number,
                title: node.project.name,
                state: <State of="stage" is={node.stage} />,
                aside: <Moment at={node.deadline} />,
              }))}
            />
          </Section>
          <Section title={t('rail.fines')}>
            <LinkedRows
              none={t('fines.none')}
              rows={data.fines.edges.map(({ node }) => ({
                id: node.id,
                href: pathOf('fine', node.id),
                number: node.number,
                title: <Money of={node.amount} />,
                state: <State of="fine" is={node.state} />,
              }))}
            />
          </Section>
        </>
      }
      timeline={<Events of={contractor.timeline} record={id} />}
    />
  )
}
