import { LinkedRows, Moment, Money, Nothing, RecordHead, Section, StateDot } from '@lintel/ui'
import { useRead } from '../graph/read.ts'
import { ContractorDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { changeFrom } from '../record/cards.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { ContractorCost } from '../trends/ContractorCost.tsx'
import { useWords } from '../words/words.ts'
import { Conduct, ConductScore } from './Conduct.tsx'
import { ContractorLedger } from './ContractorLedger.tsx'
import classes from './ContractorRecord.module.css'

/** A firm and how it has behaved: contracts, notices, fines, repairs done in its place, vetoes. W-2 */
export function ContractorRecord({ id, place }: { id: string; place: Place }) {
  const { t } = useWords()
  const { data, loading, error, again } = useRead(
    ContractorDocument,
    { id },
    { of: ['contractor', 'contract', 'notice', 'fine', 'emergencyRepair'] },
  )
  const contractor = data?.contractor
  if (!data || !contractor) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
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
          {contractor.score && (
            <Section title={t('conduct.score')}>
              <ConductScore of={contractor.score} />
            </Section>
          )}
          <Section title={t('contractors.conduct')}>
            <Conduct of={contractor.conduct} contractor={contractor.id} />
            {contractor.vetoes.length > 0 && (
              <p className={classes.vetoes}>
                {t('conduct.vetoes')}：
                {contractor.vetoes.map((at) => (
                  <Moment key={at} at={at} as="exact" />
                ))}
              </p>
            )}
          </Section>
          <Section title={t('contractors.cost')}>
            <ContractorCost contractor={contractor.id} />
          </Section>
          {contractor.ledgerSums && (
            <Section title={t('ledger.title')}>
              <ContractorLedger of={contractor} />
            </Section>
          )}
          <Section title={t('contractors.contracts')} count={data.contracts.edges.length}>
            <div className={classes.scroll}>
              <table className={classes.contracts}>
                <thead>
                  <tr>
                    <th scope="col">{t('noun.contract')}</th>
                    <th scope="col">{t('input.project')}</th>
                    <th scope="col">{t('input.trade')}</th>
                    <th scope="col">{t('input.amount')}</th>
                    <th scope="col">{t('input.retention')}</th>
                    <th scope="col">{t('input.warrantyEnd')}</th>
                  </tr>
                </thead>
                <tbody>
                  {data.contracts.edges.map(({ node }) => (
                    <tr key={node.id}>
                      <td>
                        {node.number} {contractor.vetoed && <StateDot word={t('contractors.vetoed')} tone="red" />}
                      </td>
                      <td>{node.project.name}</td>
                      <td>{t(`choice.Trade.${node.trade}`)}</td>
                      <td>
                        <Money of={node.amount} />
                      </td>
                      <td>
                        <Money of={node.retention} />
                      </td>
                      <td>{node.warrantyEnd ?? <Nothing />}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
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
