import { EvidenceGrid, FactsGrid, LinkedRows, Moment, money, Money, PersonName, RecordHead, Section, StateDot } from '@lintel/ui'
import { Chain } from '../chains/Chain.tsx'
import { useApprovalSpecial } from '../chains/special.ts'
import { approvalOrder } from '../chains/deciding.ts'
import { WhatHappens } from '../chains/WhatHappens.tsx'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useRead } from '../graph/read.ts'
import { EmergencyRepairDocument, RepairBudgetDocument } from '../gql/graphql.ts'
import { pathOf } from '../paths.ts'
import { Clocks } from '../record/Clocks.tsx'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { ContractorCost } from '../trends/ContractorCost.tsx'
import { useWords } from '../words/words.ts'
import classes from './EmergencyRepairRecord.module.css'
import { bill } from './bill.ts'
import { Quantities } from './Quantities.tsx'
import { repairTitle } from '../record/repair-title.ts'

const order = [
  ...approvalOrder.slice(0, 3),
  'emergencyRepairAssign',
  'emergencyRepairBegin',
  'emergencyRepairLog',
  'emergencyRepairComplete',
  'emergencyRepairConfirmQuantities',
  'emergencyRepairAudit',
  'emergencyRepairChargeBack',
  'emergencyRepairClose',
  'emergencyRepairCarryOn',
  'emergencyRepairResuggest',
  ...approvalOrder.slice(3),
  'emergencyRepairSetBudget',
  'emergencyRepairHandOver',
  'emergencyRepairCancel',
]

/** From the suggestion or the fine that started it to the charge-back: log, quantities three ways, cost. E-2, E-3 */
export function EmergencyRepairRecord({
  id,
  place,
  keys,
  onDecided,
}: {
  id: string
  place: Place
  keys?: Readonly<Record<string, string>>
  onDecided?: () => void
}) {
  const { t, language } = useWords()
  const { data, loading, error, again } = useRead(EmergencyRepairDocument, { id }, { of: ['emergencyRepair', 'approval', 'fine'] })
  const repair = data?.emergencyRepair
  // where the company leader is asked for more: only while more is asked. E-5
  const more = useRead(RepairBudgetDocument, { id }, { of: ['emergencyRepair', 'approval'], pause: !repair?.budgetAsked })
  const budget = repair?.budgetAsked ? more.data?.emergencyRepair?.budgetApproval : undefined
  const special = useApprovalSpecial(budget ?? repair?.approval)
  if (!repair) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const { approval } = repair
  const asked = budget ?? approval
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={repair.number}
          link={`${location.origin}${pathOf('emergencyRepair', id)}`}
          state={<State of="emergencyRepair" is={repair.state} />}
          clocks={<Clocks of={data.owed} />}
          title={repairTitle(repair, t)}
          about={
            <>
              <span>{repair.project.name}</span>
              <span>
                {t('repairs.for')} {repair.contractor.name}
              </span>
              <span>
                {t('input.team')} {repair.team?.name ?? t('repairs.noTeam')}
              </span>
            </>
          }
          decisions={
            <Decisions
              of={asked ? [repair, asked] : [repair]}
              order={order}
              beside={place.beside ? 3 : 5}
              special={{
                ...special,
                emergencyRepairConfirmQuantities: { typed: bill(repair, ['team', 'department', 'contractor']) },
                emergencyRepairAudit: { typed: bill(repair, ['department', 'team', 'contractor']), before: <Quantities of={repair} /> },
                emergencyRepairChargeBack: {
                  typed: { amount: repair.lowestTotal?.amount ?? repair.audited?.amount ?? '' },
                  before: <Quantities of={repair} />,
                },
              }}
              shown={[
                { label: t('input.estimate'), value: repair.estimate ? money(repair.estimate.amount, language) : '' },
                { label: t('repairs.budget'), value: repair.budget ? money(repair.budget.amount, language) : '' },
                { label: t('input.reason'), value: repair.reason },
                { label: t('input.contractor'), value: repair.contractor.name },
              ]}
              onChanged={again}
              {...(keys ? { keys } : {})}
              {...(onDecided ? { onDone: onDecided } : {})}
            />
          }
        />
      }
      facts={
        <>
          <Owed of={data.owed} />
          <WhatHappens of={[...new Set(data.owed.flatMap((task) => (task.kind === 'approve' ? task.onApproval : [])))]} />
          <FactsGrid
            title={t('repairs.money')}
            facts={[
              { label: t('input.estimate'), value: <Money of={repair.estimate} /> },
              { label: t('repairs.budget'), value: <Money of={repair.budget} /> },
              ...(repair.budgetAsked ? [{ label: t('repairs.budgetAsked'), value: <Money of={repair.budgetAsked} /> }] : []),
              { label: t('repairs.spent'), value: <Money of={repair.spent} /> },
              { label: t('repairs.audited'), value: <Money of={repair.audited} /> },
              { label: t('repairs.charged'), value: <Money of={repair.charge} /> },
              ...(repair.chargeReason ? [{ label: t('repairs.chargeReason'), value: repair.chargeReason, wide: true }] : []),
            ]}
          />
          {budget && (
            <Section title={t('repairs.budgetAsked')}>
              <Chain of={budget} />
            </Section>
          )}
          {approval && (
            <Section title={t('fines.signatures')}>
              <Chain of={approval} />
            </Section>
          )}
          <Section title={t('contractors.cost')}>
            <ContractorCost contractor={repair.contractor.id} />
          </Section>
          <Section title={t('repairs.log')} count={repair.log.length}>
            {repair.log.length === 0 && <p className={classes.none}>{t('repairs.noLog')}</p>}
            <ul className={classes.log}>
              {repair.log.map((entry) => (
                <li key={entry.at + entry.work}>
                  <div className={classes.logHead}>
                    <Moment at={entry.at} as="exact" /> <PersonName of={entry.by} />
                    {entry.hours !== null && <span>{t('repairs.hours', { hours: entry.hours })}</span>}
                    {entry.cost && <Money of={entry.cost} />}
                  </div>
                  <div>{entry.work}</div>
                  {entry.materials && <div className={classes.soft}>{entry.materials}</div>}
                  <EvidenceGrid items={itemsOf(entry.evidence)} onCheck={checkFile} quiet />
                </li>
              ))}
            </ul>
          </Section>
          {repair.quantities.length > 0 && (
            <Section title={t('quantities.title')}>
              <Quantities of={repair} />
            </Section>
          )}
          {repair.confirmations.length > 0 && (
            <Section title={t('repairs.quantities')}>
              <ul className={classes.log}>
                {repair.confirmations.map((each) => (
                  <li key={each.party}>
                    <div className={classes.logHead}>
                      <strong>{t(`choice.QuantityParty.${each.party}`)}</strong>
                      <StateDot word={t(each.signed ? 'repairs.confirmed' : 'repairs.refused')} tone={each.signed ? 'green' : 'red'} />
                      <span>{each.who}</span>
                      <Moment at={each.at} as="exact" />
                    </div>
                    {each.quantities && <div>{each.quantities}</div>}
                    {each.note && <div className={classes.soft}>{each.note}</div>}
                  </li>
                ))}
              </ul>
            </Section>
          )}
          <Section title={t('fines.linked')}>
            <LinkedRows
              rows={[
                ...(repair.notice
                  ? [
                      {
                        id: repair.notice.id,
                        href: pathOf('notice', repair.notice.id),
                        number: repair.notice.number,
                        title: t('noun.notice'),
                        state: <State of="stage" is={repair.notice.stage} />,
                      },
                    ]
                  : []),
                ...(repair.fine
                  ? [
                      {
                        id: repair.fine.id,
                        href: pathOf('fine', repair.fine.id),
                        number: repair.fine.number,
                        title: <Money of={repair.fine.amount} />,
                        state: <State of="fine" is={repair.fine.state} />,
                      },
                    ]
                  : []),
              ]}
            />
          </Section>
          <FactsGrid
            facts={[
              { label: t('input.representative'), value: <PersonName of={repair.representative} /> },
              { label: t('repairs.startedBy'), value: t(`choice.StartedBy.${repair.startedBy}`) },
            ]}
          />
        </>
      }
      timeline={<Events of={repair.timeline} record={id} />}
    />
  )
}
