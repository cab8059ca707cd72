import {
  EvidenceGrid,
  FactsGrid,
  LinkedRows,
  Moment,
  money,
  Money,
  Nothing,
  PersonName,
  RecordHead,
  Section,
  StateDot,
  useLink,
} from '@lintel/ui'
import { repairTitle } from '../record/repair-title.ts'
import { checkFile, itemsOf } from '../evidence/shown.ts'
import { useRead } from '../graph/read.ts'
import { FineDocument, FineReliefDocument } from '../gql/graphql.ts'
import { Chain } from '../chains/Chain.tsx'
import { approvalOrder } from '../chains/deciding.ts'
import { useApprovalSpecial } from '../chains/special.ts'
import { WhatHappens } from '../chains/WhatHappens.tsx'
import { Grounds } from '../grounds/Grounds.tsx'
import { pathOf } from '../paths.ts'
import { Decisions } from '../record/Decisions.tsx'
import { Events } from '../record/Events.tsx'
import { Owed } from '../record/Owed.tsx'
import { RecordLayout, RecordState, WayOut, type Place } from '../record/RecordLayout.tsx'
import { State } from '../record/State.tsx'
import { listed, useWords } from '../words/words.ts'
import { ContractorCost } from '../trends/ContractorCost.tsx'
import { Appeal } from './Appeal.tsx'
import classes from './FineRecord.module.css'
import { Ledger } from './Ledger.tsx'
import { Precedents } from './Precedents.tsx'

const order = [
  'fineSign',
  ...approvalOrder.slice(0, 3),
  'fineIssue',
  'fineRedraft',
  'fineRedraftOnSupervision',
  'fineAcknowledge',
  'fineDecideAppeal',
  'fineSettle',
  'fineAppeal',
  'fineProposeRelief',
  ...approvalOrder.slice(3),
  'fineDropRelief',
  'fineWithdrawAppeal',
  'fineStop',
]

/** What is asked, how much, for which ground with the times that prove it, what happens on approval, who signs after me. */
export function FineRecord({
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
  const Link = useLink()
  const { data, loading, error, again } = useRead(FineDocument, { id }, { of: ['fine', 'approval', 'notice', 'emergencyRepair'] })
  const fine = data?.fine
  // where the company leader is asked about it: only while something is proposed to be let off
  const proposed = useRead(FineReliefDocument, { id }, { of: ['fine', 'approval'], pause: !fine?.relief })
  const reliefApproval = fine?.relief ? proposed.data?.fine?.reliefApproval : undefined
  const special = useApprovalSpecial(reliefApproval ?? fine?.approval)
  if (!fine) return <RecordState loading={loading} error={error} place={place} onRetry={again} />
  const { approval, relief } = fine
  const asked = reliefApproval ?? approval
  const open = (
    <p className={classes.facts}>
      {t('fines.open')} <Money of={fine.open} />
    </p>
  )
  return (
    <RecordLayout
      place={place}
      head={
        <RecordHead
          before={<WayOut place={place} />}
          number={fine.number}
          link={`${location.origin}${pathOf('fine', id)}`}
          state={<State of="fine" is={fine.state} />}
          title={fine.contractor.name}
          about={
            <>
              <span className={classes.amount}>{fine.amount ? <Money of={fine.amount} /> : t('fines.noAmount')}</span>
              {fine.severity && <span>{t(`choice.FineSeverity.${fine.severity}`)}</span>}
              {fine.contractor.vetoed && <StateDot word={t('contractors.vetoed')} tone="red" />}
              {(fine.state === 'issued' || fine.state === 'appealed') && (
                <span>
                  {t('fines.open')} <Money of={fine.open} />
                </span>
              )}
            </>
          }
          decisions={
            <Decisions
              of={asked ? [fine, asked] : [fine]}
              saw={fine.notice ? [{ id: fine.notice.id, revision: fine.notice.revision }] : []}
              order={order}
              beside={place.beside ? 3 : 5}
              shown={[
                { label: t('input.amount'), value: fine.amount ? money(fine.amount.amount, language) : '' },
                { label: t('fines.relief'), value: relief ? money(relief.amount.amount, language) : '' },
                { label: t('fines.open'), value: money(fine.open.amount, language) },
                { label: t('input.severity'), value: fine.severity ? t(`choice.FineSeverity.${fine.severity}`) : '' },
                { label: t('input.grounds'), value: listed(fine.grounds.map(({ ground }) => t(`groundShort.${ground}`))) },
                { label: t('input.facts'), value: fine.facts },
                { label: t('input.evidence'), value: listed(fine.evidence.map(({ title }) => title)) },
                { label: t('input.contractor'), value: fine.contractor.name },
              ]}
              special={{
                ...special,
                fineSign: { before: <Precedents fine={id} contractor={fine.contractor.id} /> },
                fineSettle: { typed: { amount: fine.toSettle.amount }, before: open },
                fineProposeRelief: { before: open },
                fineDecideAppeal: { before: fine.appeal && <Appeal of={fine.appeal} /> },
              }}
              onChanged={again}
              {...(keys ? { keys } : {})}
              {...(onDecided ? { onDone: onDecided } : {})}
            />
          }
        />
      }
      facts={
        <>
          <WhatHappens of={[...new Set(data.owed.flatMap((task) => (task.kind === 'approve' ? task.onApproval : [])))]} />
          {fine.appeal && (
            <Section title={t('appeals.title')}>
              <Appeal of={fine.appeal} />
            </Section>
          )}
          {relief && (
            <Section title={t('fines.relief')}>
              <p className={classes.facts}>
                {t(`choice.ReliefKind.${relief.kind}`)}　<Money of={relief.amount} />　{relief.reason}　<PersonName of={relief.by} />{' '}
                <Moment at={relief.at} />
              </p>
              {relief.returnedBecause && <p className={classes.facts}>{t('fines.reliefReturned', { reason: relief.returnedBecause })}</p>}
              {reliefApproval && <Chain of={reliefApproval} />}
            </Section>
          )}
          <Section title={t('input.grounds')}>
            <Grounds
              of={fine.grounds.map((ground) => ({ ...ground, since: ground.derivedSince, derived: ground.derivedSince !== null }))}
            />
          </Section>
          <Section title={t('input.facts')}>
            <p className={classes.facts}>{fine.facts}</p>
          </Section>
          <Section title={t('input.evidence')} count={fine.evidence.length}>
            <EvidenceGrid items={itemsOf(fine.evidence)} onCheck={checkFile} />
          </Section>
          {approval && (
            <Section title={t('fines.signatures')}>
              <Chain of={approval} />
            </Section>
          )}
          <Section title={t('precedents.title')}>
            <Precedents fine={id} contractor={fine.contractor.id} />
          </Section>
          <Section title={t('contractors.cost')}>
            <ContractorCost contractor={fine.contractor.id} />
          </Section>
          <Owed of={data.owed} />
          <FactsGrid
            title={t('record.facts')}
            facts={[
              {
                label: t('noun.notice'),
                value: fine.notice ? <Link to={pathOf('notice', fine.notice.id)}>{fine.notice.number ?? ''}</Link> : <Nothing />,
              },
              { label: t('input.project'), value: fine.project.name },
              { label: t('fines.draftedBy'), value: <PersonName of={fine.representative} /> },
              { label: t('fines.drafted'), value: <Moment at={fine.draftedAt} as="exact" /> },
              { label: t('fines.coordinator'), value: <PersonName of={fine.coordinator} /> },
              { label: t('fines.signed'), value: <Moment at={fine.signedAt} as="exact" /> },
              { label: t('fines.approved'), value: <Moment at={fine.approvedAt} as="exact" /> },
              { label: t('fines.issued'), value: <Moment at={fine.issuedAt} as="exact" /> },
              ...(fine.appealClock && !fine.appeal
                ? [{ label: t('fines.appealUntil'), value: <Moment at={fine.appealClock.due} as="exact" /> }]
                : []),
              { label: t('fines.floor'), value: <Money of={fine.floor} /> },
              { label: t('fines.version'), value: fine.rulesVersion ?? <Nothing /> },
              ...(fine.endedReason ? [{ label: t('input.reason'), value: fine.endedReason, wide: true }] : []),
            ]}
          />
          {(fine.repair || fine.replaces || fine.replacedBy.length > 0 || fine.complaints.length > 0) && (
            <Section title={t('fines.linked')}>
              <LinkedRows
                rows={[
                  ...(fine.repair
                    ? [
                        {
                          id: fine.repair.id,
                          href: pathOf('emergencyRepair', fine.repair.id),
                          number: fine.repair.number,
                          title: repairTitle(fine.repair, t),
                          state: <State of="emergencyRepair" is={fine.repair.state} />,
                        },
                      ]
                    : []),
                  ...[
                    ...(fine.replaces ? [{ other: fine.replaces, title: t('fines.replaces') }] : []),
                    ...fine.replacedBy.map((other) => ({ other, title: t('fines.replacedBy') })),
                  ].map(({ other, title }) => ({
                    id: other.id,
                    href: pathOf('fine', other.id),
                    number: other.number,
                    title,
                    state: <State of="fine" is={other.state} />,
                  })),
                  ...fine.complaints.map((complaint) => ({
                    id: complaint.id,
                    href: pathOf('complaint', complaint.id),
                    number: complaint.number,
                    title: complaint.title,
                    state: <State of="complaint" is={complaint.state} />,
                  })),
                ]}
              />
            </Section>
          )}
          {fine.issuedAt && (
            <Section title={t('fines.desks')}>
              <ul className={classes.desks}>
                {fine.desks
                  .map((desk) => ({ desk, receipt: fine.acknowledged.find((each) => each.desk === desk) }))
                  .map(({ desk, receipt: line }) => (
                    <li key={desk}>
                      <span>{t(`choice.Desk.${desk}`)}</span>
                      {line ? (
                        <span>
                          <StateDot word={t('fines.acknowledged')} tone="green" /> {line.by?.name} <Moment at={line.at} />
                        </span>
                      ) : (
                        <StateDot word={t('fines.notAcknowledged')} tone="amber" />
                      )}
                    </li>
                  ))}
              </ul>
            </Section>
          )}
          {fine.entries.length > 0 && (
            <Section title={t('fines.ledger')}>
              <Ledger of={fine} />
            </Section>
          )}
        </>
      }
      timeline={<Events of={fine.timeline} record={id} />}
    />
  )
}
